const masterKeyCharsMin = 32;

/** The key that members' code secrets derive from; only the function's environment holds it. Missing or short is a set-up fault. */
export function masterKey(): string {
  const key = process.env['LANTERN_MASTER_KEY'] ?? '';
  if (key.length < masterKeyCharsMin) throw new Error(`LANTERN_MASTER_KEY must be set to at least ${masterKeyCharsMin} characters`);
  return key;
}
