import { takeToken } from './askControl';
import { showCalls } from './showCalls';
import { showCollections, showDocuments } from './showData';
import { showMessages } from './showMessages';
import { showTime } from './showTime';

/** The page for looking inside a running local cloud: the part that the address names, drawn from what the cloud's control tells. */

let turn = 0;

/** Does something and says in a sentence if it was refused, or (if there is something to say) that it is done. */
async function attempt(work: () => Promise<unknown>, done = ''): Promise<void> {
  const refusal = document.querySelector<HTMLElement>('#refusal');
  const told = document.querySelector('#done');
  told?.replaceChildren();
  try {
    await work();
    told?.append(done);
    if (refusal !== null) refusal.hidden = true;
  } catch (thrown) {
    if (refusal === null) return;
    refusal.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    refusal.hidden = false;
  }
}

function draw(part: string, rest: string): Promise<HTMLElement> {
  switch (part) {
    case 'calls':
      return showCalls();
    case 'messages':
      return showMessages();
    case 'time':
      return showTime((work, done) => void attempt(() => work().then(show), done));
    default:
      return rest === '' ? showCollections() : showDocuments(decodeURIComponent(rest), (work) => void attempt(work));
  }
}

/** Shows the part the address names; one asked for later wins over a slow one asked for before. */
async function show(): Promise<void> {
  turn += 1;
  const mine = turn;
  const [, part = 'data', rest = ''] = location.hash.split('/');
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#/${part}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const drawn = await draw(part, rest);
  if (mine === turn) document.querySelector('#main')?.replaceChildren(drawn);
}

takeToken();
addEventListener('hashchange', () => {
  takeToken();
  void attempt(show);
});
void attempt(show);
