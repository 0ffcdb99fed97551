/** Waits so many milliseconds; not at all for none or fewer. Jobs pace themselves by it. */
export async function pause(waitMs: number): Promise<void> {
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
}
