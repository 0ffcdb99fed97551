/** One index of a collection; `unique` treats a missing field as null, as the platform does. */
interface IndexDeclaration {
  readonly name: string;
  readonly keys: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
}

/** A collection with its indexes. */
export interface CollectionDeclaration {
  readonly name: string;
  readonly indexes: readonly IndexDeclaration[];
}
