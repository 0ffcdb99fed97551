import * as z from 'zod/mini';
import { functions } from '@shared/functions';
import { command, type InputOf, type OutputOf, type RefusalOf } from '@shared/kernel/contract';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Handlers } from '../../../cloudfunctions/adapters/serve';

/**
 * What must not compile. Each `@ts-expect-error` is itself checked by the type check: should the line beneath it compile one day,
 * the type check fails. The tests run so that the lines are more than a comment.
 */
const lamp = {
  'lamp.light': command<{ readonly lit: boolean }>()({ input: z.strictObject({ room: z.string() }), refusals: ['lamp.broken'] }),
};
type Lamp = typeof lamp;
const firstCode = lamp['lamp.light'].refusals[0];

const handlers: Handlers<Lamp, string> = {
  'lamp.light': (_who, input) => Promise.resolve(input.room === '' ? refuse('lamp.broken') : accept({ lit: true })),
};

test('a handler table gives what the contract says', async () => {
  expect(await handlers['lamp.light']('me', { room: 'hall' })).toEqual({ ok: true, value: { lit: true } });
  expect(await handlers['lamp.light']('me', { room: '' })).toEqual({ ok: false, refusal: { code: 'lamp.broken' } });
});

test('a missing handler, an undeclared refusal, a wrong answer and a wrong field do not compile', () => {
  // @ts-expect-error a handler is missing
  const missing: Handlers<Lamp, string> = {};
  const undeclared: Handlers<Lamp, string> = {
    // @ts-expect-error the contract declares no such refusal
    'lamp.light': () => Promise.resolve(refuse('lamp.stolen')),
  };
  const wrongAnswer: Handlers<Lamp, string> = {
    // @ts-expect-error the answer has no field of that type
    'lamp.light': () => Promise.resolve(accept({ lit: 'yes' })),
  };
  const wrongField: Handlers<Lamp, string> = {
    // @ts-expect-error the input has no such field
    'lamp.light': (_who, input) => Promise.resolve(accept({ lit: input.house })),
  };
  // @ts-expect-error a field is missing on the caller's side
  const input: InputOf<Lamp['lamp.light']> = {};
  expect([missing, undeclared, wrongAnswer, wrongField, input]).toHaveLength(5);
});

test('the types read off a declared command are its own', () => {
  type Answer = Outcome<OutputOf<Lamp['lamp.light']>, RefusalOf<Lamp['lamp.light']>>;
  const answers: readonly Answer[] = [accept({ lit: false }), refuse('lamp.broken')];
  expect([...answers.map((answer) => answer.ok), firstCode]).toEqual([true, false, 'lamp.broken']);
});

test('no input schema of any method lets an undeclared field through', () => {
  for (const [name, methods] of Object.entries(functions)) {
    for (const [method, { input }] of Object.entries(methods)) {
      const parsed = input.safeParse({ openid: 'somebody', memberId: 'somebody' });
      expect([name, method, parsed.success]).toEqual([name, method, false]);
    }
  }
});
