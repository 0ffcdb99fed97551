/** Builds the local cloud's bundles into a folder. */
export function buildLocalcloud(outDir: string): Promise<void>;
