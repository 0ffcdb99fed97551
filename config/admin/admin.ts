import { parseArgs } from 'node:util';
import { apply, list, questions } from './settings';
import { adjust, auditLog, decide, proposals } from './oversight';
import { liability, reconcile, statement } from './books';
import { listKeys, makeKey, revokeKey } from './shopKeys';
import { importFile } from './importFile';
import { business } from './business';
import { doorCall } from './doorCall';
import { groups } from './groups';
import { outbox, preview, resume } from './messages';
import { planOrders, refundPlan } from './paidCards';
import { checkPool, closePool, exportPool, publishPool, revisePool, stopPool, verifyFile } from './pools';
import { referrals, review } from './referrals';
import { showJobs } from './showJobs';
import { grantVoucher, revokeCoupon, revokeVoucher, settlement } from './vouchers';
import type { Session } from './session';

const usage = `Usage: npm run admin -- COMMAND [--address http://127.0.0.1:7300] [--as operator] [--lang zh|en]
  apply FILE [--dry-run]          shops, staff, categories, rewards and settings from a JSON file, with a report per row
  list SECTION                    what a section holds (programme, shops, staff, categories, rewards)
  reconcile                       checks every account against its entries
  liability                       points owed, redeemed, lapsed, and breakage
  statement CARD                  one member's statement as CSV
  adjust CARD POINTS REASON       proposes a correction, to be decided by another operator
  proposals [STATE]               proposed (default), approved or rejected
  plan-orders CARD                a member's orders of paid cards
  refund-plan CARD ORDER REASON   proposes to end an order and give back the share of its unused days
  business CARD REASON            proposes that an account be a business's, with room for more people
  decide ID approve|reject [NOTE] decides a colleague's proposal; approving carries it out
  referrals                       invitations that somebody has to look at, with what speaks against them
  review FRIEND approve|refuse REASON   decides one of them
  questions FILE [--dry-run]      a quiz's questions from a CSV or XLSX file, with a report per row
  import FILE [--dry-run]         purchases from a CSV or XLSX file: card, shop, order, time, item, amount
  key SHOP [OLD]                  makes a key for a shop's own machines; the one it replaces goes on for a day
  keys SHOP                       a shop's keys
  revoke KEY                      ends a key
  check-pool POOL                 what a drafted draw still lacks, and what it can cost
  publish POOL                    freezes its odds and rules and opens it at its time
  revise POOL [ends=2026-12-31T22:00] [PRIZE=STOCK …]   more stock, a later end: nothing else
  stop POOL REASON                ends a draw before its time
  close POOL                      publishes secret and records of one that is over (a job does so by itself)
  export POOL FILE                its archive, to be kept for two years
  verify FILE                     recomputes every draw of an archive; asks nobody
  grant CARD COUPON REASON        gives a voucher to a card
  revoke-voucher CODE REASON      takes one unused voucher away
  revoke-coupon COUPON REASON     stops a coupon for good and takes its unused vouchers away
  settlement MONTH                redeemed vouchers of partners' coupons as CSV
  audit                           staff and operator acts that have no document of their own
  jobs                            when each job last ran, how long it took, what is left
  preview [KIND]                  what each kind of message would say, in both languages
  outbox                          messages by state, and stopped templates
  resume TOPIC                    lifts the stop of a template after its set-up was mended
  groups                          how many members each group's entry code has brought`;

/** A command: how many words it needs, and what it does with them. It gives the exit code. */
interface AdminCommand {
  readonly words: number;
  readonly run: (session: Session, words: readonly string[]) => Promise<number>;
  /** Needs no cloud: it works on a file alone. */
  readonly alone?: true;
}

const commands: Readonly<Record<string, AdminCommand>> = {
  apply: { words: 1, run: apply },
  list: { words: 1, run: list },
  reconcile: { words: 0, run: reconcile },
  liability: { words: 0, run: liability },
  statement: { words: 1, run: statement },
  adjust: { words: 3, run: adjust },
  proposals: { words: 0, run: proposals },
  decide: { words: 2, run: decide },
  referrals: { words: 0, run: referrals },
  review: { words: 3, run: review },
  business: { words: 2, run: business },
  'plan-orders': { words: 1, run: planOrders },
  'refund-plan': { words: 3, run: refundPlan },
  questions: { words: 1, run: questions },
  import: { words: 1, run: importFile },
  key: { words: 1, run: makeKey },
  keys: { words: 1, run: listKeys },
  revoke: { words: 1, run: revokeKey },
  'check-pool': { words: 1, run: checkPool },
  publish: { words: 1, run: publishPool },
  revise: { words: 2, run: revisePool },
  stop: { words: 2, run: stopPool },
  close: { words: 1, run: closePool },
  export: { words: 2, run: exportPool },
  verify: { words: 1, run: (_session, [path = '']) => Promise.resolve(verifyFile(path)), alone: true },
  grant: { words: 3, run: grantVoucher },
  'revoke-voucher': { words: 2, run: revokeVoucher },
  'revoke-coupon': { words: 2, run: revokeCoupon },
  settlement: { words: 1, run: settlement },
  audit: { words: 0, run: auditLog },
  jobs: { words: 0, run: showJobs },
  preview: { words: 0, run: preview },
  outbox: { words: 0, run: outbox },
  resume: { words: 1, run: resume },
  groups: { words: 0, run: groups },
};

/** The operator's command line. Gives the exit code: 0 when everything was taken and nothing differs. */
async function main(args: readonly string[]): Promise<number> {
  // A negative number of points is a word, not an option.
  const guarded = args.map((word) => (/^-\d+$/.test(word) ? ` ${word}` : word));
  const { values, positionals } = parseArgs({
    args: guarded,
    allowPositionals: true,
    options: {
      address: { type: 'string', default: 'http://127.0.0.1:7300' },
      as: { type: 'string', default: 'operator' },
      lang: { type: 'string', default: 'zh' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [name = '', ...words] = positionals.map((word) => word.trim());
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || words.length < command.words) {
    console.error(usage);
    return 2;
  }
  const nobody = (): never => {
    throw new Error(`${name} asks nobody.`);
  };
  const call = command.alone === true ? nobody : await doorCall(values.address, values.as);
  return command.run({ call, dryRun: values['dry-run'], language: values.lang === 'en' ? 'en' : 'zh' }, words);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  },
);
