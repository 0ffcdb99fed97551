interface FunctionDeclaration {
  readonly name: string;
  /** The platform's permission rule: any logged-in caller, or nobody (timers and the cloud itself only). */
  readonly callers: 'loggedIn' | 'nobody';
  /** Whether the platform's HTTP access is opened for it: machines without any platform identity may reach it. */
  readonly web?: boolean;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Names of the environment variables the function needs; their values are set at deployment. */
  readonly environment: readonly string[];
}

/** LANTERN_SMS is empty (no SMS), `file` or `tencent`; the rest is Tencent Cloud's. */
const smsEnvironment = [
  'LANTERN_SMS',
  'LANTERN_SMS_SECRET_ID',
  'LANTERN_SMS_SECRET_KEY',
  'LANTERN_SMS_APP_ID',
  'LANTERN_SMS_SIGN',
  'LANTERN_SMS_TEMPLATE',
] as const;

/** The merchant's number at the payment service; empty: nothing is sold for money. */
const merchant = 'LANTERN_MERCHANT';

/** Deployed functions follow trust: the name is the boundary that the platform's permission rules know. */
export const functions: readonly FunctionDeclaration[] = [
  { name: 'member', callers: 'loggedIn', timeoutMs: 20_000, memoryMb: 256, environment: ['LANTERN_MASTER_KEY', merchant] },
  { name: 'staff', callers: 'loggedIn', timeoutMs: 20_000, memoryMb: 256, environment: ['LANTERN_MASTER_KEY'] },
  { name: 'console', callers: 'loggedIn', timeoutMs: 60_000, memoryMb: 256, environment: ['LANTERN_MASTER_KEY'] },
  { name: 'pos', callers: 'nobody', web: true, timeoutMs: 60_000, memoryMb: 256, environment: ['LANTERN_MASTER_KEY'] },
  { name: 'jobs', callers: 'nobody', timeoutMs: 60_000, memoryMb: 256, environment: ['LANTERN_MASTER_KEY', merchant, ...smsEnvironment] },
  { name: 'pay', callers: 'nobody', timeoutMs: 20_000, memoryMb: 256, environment: [merchant] },
  { name: 'events', callers: 'nobody', timeoutMs: 20_000, memoryMb: 256, environment: ['LANTERN_ORIGINAL_ID'] },
];
