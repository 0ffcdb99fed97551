import type { gameMember } from '@shared/game/contract';
import type { gameConsole } from '@shared/game/gameConsole';
import type { jigsawMember } from '@shared/game/jigsaw/contract';
import type { quizMember } from '@shared/game/quiz/contract';
import type { riddleMember } from '@shared/game/riddle/contract';
import type { Caller, Handlers } from '../../adapters/serve';
import type { StaffCaller } from '../store/admitStaff';
import { buyChance } from './buyChance';
import { close } from './close';
import { draw } from './draw';
import { exportPool } from './exportPool';
import { play, pool } from './play';
import { jigsawMemberHandlers } from './jigsaw/handlers';
import { check, publish } from './publish';
import { quizMemberHandlers } from './quiz/handlers';
import { myDraws, winners } from './readDraws';
import { revise } from './revise';
import { riddleMemberHandlers } from './riddle/handlers';
import { stop } from './stop';

/** What players can ask for. */
export const gameMemberHandlers: Handlers<typeof gameMember & typeof quizMember & typeof riddleMember & typeof jigsawMember, Caller> = {
  'game.buyChance': buyChance,
  'game.play': play,
  'game.pool': pool,
  'game.draw': draw,
  'game.myDraws': myDraws,
  'game.winners': winners,
  ...quizMemberHandlers,
  ...riddleMemberHandlers,
  ...jigsawMemberHandlers,
};

/** What operators can ask for. */
export const gameConsoleHandlers: Handlers<typeof gameConsole, StaffCaller> = {
  'game.check': check,
  'game.publish': publish,
  'game.revise': revise,
  'game.stop': stop,
  'game.close': close,
  'game.export': exportPool,
};
