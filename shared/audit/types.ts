/** A staff or operator act that has no document of its own: who, on what device, when, what came of it. */
export interface AuditRecord {
  readonly _id: string;
  readonly at: number;
  readonly staffId: string;
  readonly shopId: string | null;
  readonly device: string;
  /** The contract's method name. */
  readonly act: string;
  /** What it was done to: a card's last digits, a file's section. */
  readonly subject: string;
  /** `done`, or the refusal's code. */
  readonly result: string;
}
