import type { riddleMember } from '@shared/game/riddle/contract';
import type { Caller, Handlers } from '../../../adapters/serve';
import { festival } from './festival';
import { guess } from './guess';
import { hint } from './hint';

/** What those who guess riddles can ask for. */
export const riddleMemberHandlers: Handlers<typeof riddleMember, Caller> = {
  'riddle.festival': festival,
  'riddle.guess': guess,
  'riddle.hint': hint,
};
