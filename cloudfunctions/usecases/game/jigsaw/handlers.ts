import type { jigsawMember } from '@shared/game/jigsaw/contract';
import type { Caller, Handlers } from '../../../adapters/serve';
import { deal } from './deal';
import { solve } from './solve';
import { view } from './view';

/** What those who solve jigsaws can ask for. */
export const jigsawMemberHandlers: Handlers<typeof jigsawMember, Caller> = {
  'jigsaw.view': view,
  'jigsaw.deal': deal,
  'jigsaw.solve': solve,
};
