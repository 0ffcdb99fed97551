import fc from 'fast-check';
import { askedMax, decideAvatar, isOver, judge, moveTo, noteAsked, noteFailed } from '@shared/member/avatar/judgeAvatar';
import { avatarOf, choicesPerDay, takeChoice, takeOutcome, viewOwn } from '@shared/member/avatar/memberAvatar';
import { suggests, type Avatar, type AvatarState, type Suggest } from '@shared/member/avatar/types';

const at = 1_795_312_800_000;
const fresh: Avatar = {
  _id: 'm:key-12345678',
  memberId: 'm',
  openid: 'o',
  upload: 'cloud://e.b/uploads/m/1.jpg',
  fileId: 'cloud://e.b/avatars/1.jpg',
  digest: 'd',
  state: 'checking',
  at,
  tries: 1,
  dueAt: at,
  reviewAt: 0,
  suggest: null,
  decided: null,
};
const approved = { approved: true, reason: 'fine', staffId: 's', device: 'd', at };
const states: readonly AvatarState[] = ['asking', 'checking', 'review', 'shown', 'refused', 'replaced', 'removed'];
const anySuggest = fc.constantFrom<Suggest>(...suggests);

describe('what verdicts make of a picture', () => {
  it('is the same in whatever order they come, and the gravest decides', () => {
    fc.assert(
      fc.property(fc.array(anySuggest, { minLength: 1, maxLength: 4 }), (said) => {
        const [one, other] = [said, [...said].reverse()].map((each) =>
          each.reduce((picture, suggest) => judge(picture, suggest, at), fresh),
        );
        expect(one).toEqual(other);
        const gravest = suggests[Math.max(...said.map((each) => suggests.indexOf(each)))];
        expect([one?.suggest, one?.state]).toEqual([gravest, { pass: 'shown', review: 'review', risky: 'refused' }[gravest ?? 'pass']]);
      }),
    );
  });

  it('is nothing for one that was replaced or removed, and for one that a person decided', () => {
    fc.assert(
      fc.property(fc.constantFrom<AvatarState>('replaced', 'removed'), anySuggest, (state, suggest) => {
        expect(judge({ ...fresh, state }, suggest, at)).toMatchObject({ state, suggest });
      }),
    );
    const decided = decideAvatar(judge(fresh, 'review', at), approved);
    expect(decided.ok && judge(decided.value, 'risky', at)).toMatchObject({ state: 'shown' });
  });

  it('deletes what is over, and only that', () => {
    for (const state of states) {
      const moved = moveTo(fresh, state, at);
      expect([isOver(moved), moved.dueAt === at]).toEqual(Array(2).fill(['refused', 'replaced', 'removed'].includes(state)));
    }
  });

  it('comes from a person in the end when the platform gives none', () => {
    let picture = moveTo({ ...fresh, tries: 0 }, 'asking', at);
    for (let turn = 1; turn < askedMax; turn += 1) {
      picture = noteFailed(picture, at, false);
      expect(picture).toMatchObject({ state: 'asking', tries: turn });
      expect(picture.dueAt).toBeGreaterThan(at);
    }
    expect(noteFailed(picture, at, false)).toMatchObject({ state: 'review', reviewAt: at, dueAt: null });
    expect(noteFailed(fresh, at, true)).toMatchObject({ state: 'review', reviewAt: at, dueAt: null });
    expect(noteAsked(fresh, at)).toMatchObject({ state: 'checking', tries: 2 });
  });

  it('is decided once by a person, and only while it waits', () => {
    const waiting = judge(fresh, 'review', at);
    const first = decideAvatar(waiting, approved);
    expect(first).toMatchObject({ value: { state: 'shown', decided: { staffId: 's', device: 'd', at, reason: 'fine' } } });
    expect(first.ok && decideAvatar(first.value, approved)).toEqual(first);
    expect(first.ok && decideAvatar(first.value, { ...approved, approved: false })).toMatchObject({ refusal: { code: 'avatar.decided' } });
    expect(decideAvatar(fresh, approved)).toMatchObject({ refusal: { code: 'avatar.decided' } });
  });
});

describe('what a member’s pictures are', () => {
  const choose = (before: ReturnType<typeof avatarOf>, id: string, day = '2026-11-22') => {
    const taken = takeChoice(before, { id, fileId: `file-${id}` }, day);
    if (!taken.ok) throw new Error(taken.refusal.code);
    return taken.value;
  };
  const become = (before: ReturnType<typeof avatarOf>, id: string, state: AvatarState) =>
    takeOutcome(before, { ...fresh, _id: id, fileId: `file-${id}`, state });

  it('nobody else sees a picture whose last word was not that it passed', () => {
    const outcome = fc.tuple(fc.nat({ max: 9 }), fc.constantFrom<AvatarState>('shown', 'review', 'refused'));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant('choose' as const), outcome), { maxLength: 20 }), (steps) => {
        const last = new Map<string, AvatarState>();
        let pictures = avatarOf({});
        for (const step of steps) {
          if (step === 'choose' && last.size < choicesPerDay) {
            pictures = choose(pictures, `p${last.size}`);
            last.set(`p${last.size}`, 'checking');
          } else if (step !== 'choose' && last.size > 0) {
            const id = `p${step[0] % last.size}`;
            last.set(id, step[1]);
            pictures = become(pictures, id, step[1]);
          }
          if (pictures.shown !== null) expect(last.get(pictures.shown.id)).toBe('shown');
        }
      }),
    );
  });

  it('what is shown stays until the next one may be', () => {
    const shown = become(choose(avatarOf({}), 'a'), 'a', 'shown');
    const next = choose(shown, 'b');
    expect(next.shown).toEqual({ id: 'a', fileId: 'file-a' });
    expect(viewOwn(next)).toEqual({ state: 'checking', fileId: 'file-b' });
    expect(become(next, 'b', 'shown')).toMatchObject({ shown: { id: 'b' }, latest: null });
    expect(viewOwn(become(next, 'b', 'refused'))).toEqual({ state: 'refused', fileId: 'file-a' });
  });

  it('a verdict about one that is no longer theirs changes nothing', () => {
    const chosen = choose(choose(avatarOf({}), 'a'), 'b');
    for (const state of states) expect(become(chosen, 'a', state)).toBe(chosen);
  });

  it('a late doubt takes it down again', () => {
    const shown = become(choose(avatarOf({}), 'a'), 'a', 'shown');
    expect(become(shown, 'a', 'review')).toMatchObject({ shown: null, latest: { id: 'a', state: 'review' } });
    expect(become(shown, 'a', 'refused')).toMatchObject({ shown: null, latest: { id: 'a', state: 'refused', fileId: null } });
  });

  it('ten are chosen a day, and more the day after', () => {
    let pictures = avatarOf({});
    for (let n = 0; n < choicesPerDay; n += 1) pictures = choose(pictures, `p${n}`);
    expect(takeChoice(pictures, { id: 'x', fileId: 'x' }, '2026-11-22')).toMatchObject({ refusal: { code: 'avatar.dayLimit' } });
    expect(choose(pictures, 'x', '2026-11-23').count).toBe(1);
  });
});
