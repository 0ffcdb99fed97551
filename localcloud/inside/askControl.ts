/** Where the token waits when the page is loaded again; gone with the tab. */
const tokenKey = 'cloud-control';

/** Takes the control token out of the address (`#TOKEN`), so that it stays in no history. Parts of the page are `#/…`. */
export function takeToken(): void {
  const word = location.hash.slice(1);
  if (word === '' || word.startsWith('/')) return;
  sessionStorage.setItem(tokenKey, word);
  history.replaceState(null, '', location.pathname);
}

/** Asks the cloud's control. Rejects with its sentence when it refuses. */
export async function askControl(path: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { 'x-cloud-control': sessionStorage.getItem(tokenKey) ?? '' };
  const sent = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`/control/${path}`, sent).catch(() => {
    throw new Error('The local cloud does not answer. Is it still running?');
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.status === 403) throw new Error('The control token is missing or wrong: open the address the command prints as "inside".');
  if (!response.ok) throw new Error(String(answer['message']));
  return answer;
}
