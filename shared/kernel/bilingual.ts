/** A short text in both of the interface's languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
