import { functions } from '@shared/functions';
import { permissions } from '@shared/store/permissions';
import { roles } from '@shared/store/types';
import { openShop, type TestShop } from './openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(1);
  const rows = roles.map((role) => ({ openid: `only-${role}`, staffId: `only-${role}`, name: role, shop: 'west', roles: [role] }));
  await shop.must('operator-1', 'console', 'store.apply', { section: 'staff', rows, dryRun: false, firstRow: 0 });
});
afterAll(() => shop.close());

const cases = (['staff', 'console'] as const).flatMap((functionName) =>
  Object.keys(functions[functionName]).flatMap((method) =>
    roles.map((role) => ({ role, functionName, method, allowed: permissions[method as keyof typeof permissions].includes(role) })),
  ),
);

test.each(cases)('$role may call $functionName $method: $allowed', async ({ role, functionName, method, allowed }) => {
  // An input that no schema takes: whoever is let in is told so, whoever is not never gets that far, and nothing is done.
  const event = { method, input: { neverDeclared: true }, device: 'matrix' };
  const reply = (await shop.cloud.call(functionName, event, { openid: `only-${role}` })) as { refusal: { code: string } };
  expect(reply.refusal.code).toBe(allowed ? 'call.badInput' : 'call.notAllowed');
});
