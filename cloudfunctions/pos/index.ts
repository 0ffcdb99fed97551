import { serveSigned } from '../adapters/serveSigned';
import { answerMachine } from '../usecases/purchase/answerMachine';

export const main = serveSigned(answerMachine);
