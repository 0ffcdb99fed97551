/** A template of subscription messages, as it is chosen in the platform's console: its id and its fields. */
export interface MessageTemplate {
  readonly id: string;
  /** Field names as the platform writes them, kind and number: `thing1`, `date3`, `phrase5`. */
  readonly fields: readonly string[];
  readonly title?: string;
}

/** Words the content check knows: a text with a risky one is refused, one with a doubtful one is for a person to review. */
export interface CheckedWords {
  readonly risky?: readonly string[];
  readonly review?: readonly string[];
}

/** What the content check says of a text or a picture: fine, for a person to look at, or against the rules. */
export type Suggest = 'pass' | 'review' | 'risky';

/** A subscription message that reached a phone. */
export interface DeliveredMessage {
  readonly id: number;
  readonly atMs: number;
  readonly openid: string;
  readonly templateId: string;
  readonly page?: string;
  readonly miniprogramState: string;
  readonly lang: string;
  /** What each field says. */
  readonly data: Readonly<Record<string, string>>;
}

/** What a short link opens, and until when; null: for ever. */
export interface ShortLink {
  readonly page: string;
  readonly untilMs: number | null;
}

/** What the platform lets a mini-program's account do. */
export interface AccountLimits {
  /** Whether it is a private person's: such a one may make no short links. Absent: a business's. */
  readonly isPersonal?: boolean;
  /** Short links a day. Absent: as many as the platform lets. */
  readonly shortLinksPerDay?: number;
}

/** What paying an order gave. */
export interface PaymentOutcome {
  readonly transactionId: string;
  /** Whether the function the order names took the notice (it gave `errcode` 0). If not, paying again notifies again. */
  readonly delivered: boolean;
  /** Why it did not, when it threw. */
  readonly error?: string;
}

/** An order as the payment service knows it. Money in fen. */
export interface Payment {
  readonly outTradeNo: string;
  readonly totalFee: number;
  readonly state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND';
  /** The service's own number of the payment; null while it is not paid. */
  readonly transactionId: string | null;
  /** What was given back, each under its number. */
  readonly refunds: readonly { readonly outRefundNo: string; readonly refundFee: number }[];
}

/** A picture or sound that was given to the content check. */
export interface CheckedMedia {
  readonly traceId: string;
  readonly openid: string;
  /** `unreachable`: it could not be fetched. */
  readonly suggest: Suggest | 'unreachable';
  /** Whether the function that hears the platform's messages has taken the verdict. */
  readonly taken: boolean;
}

/** What people do in WeChat itself, outside a cloud's functions: for tests and demonstrations. */
export interface WechatSide {
  /** Somebody accepts messages of a template, as in the phone's dialog; accepts add up. Gives how many are left. */
  accept(openid: string, templateId: string, count?: number): Promise<number>;
  /** Somebody turns a template off: what they accepted is gone. */
  reject(openid: string, templateId: string): Promise<void>;
  /** Messages that reached phones, oldest first. */
  messages(openid?: string): readonly DeliveredMessage[];
  /** Somebody taps the phone number button: gives the code their page receives. It holds five minutes, once. */
  phoneCode(openid: string): string;
  /** Somebody's page gets data only functions may open: gives its cloud id. It holds five minutes. */
  openDataId(openid: string, data: unknown): string;
  /** Somebody taps a short link in a conversation: gives the page with its parameters, null for a link that is unknown or has lapsed. */
  openLink(link: string): string | null;
  /** Somebody's phone stores a file: gives its file id. Rejects when somebody else stored one of that path. */
  upload(openid: string, path: string, content: Buffer): Promise<string>;
  /** How pictures of somebody are judged from now on; `pass` when nothing was said. */
  judge(openid: string, suggest: Suggest): void;
  /** What was given to the content check, oldest first. */
  mediaChecks(): readonly CheckedMedia[];
  /** Pushes verdicts that wait, at once; `again`: those that were taken before, too. Gives how many the function took. */
  pushVerdicts(how?: { readonly again?: boolean }): Promise<number>;
  /** Somebody pays an order in full. Rejects when there is none to pay. `notice: false`: the notice of it gets lost. */
  pay(outTradeNo: string, how?: { readonly notice?: boolean }): Promise<PaymentOutcome>;
  /** Orders as the payment service knows them. */
  payments(): readonly Payment[];
}
