import { fillGaps, refusals } from '@/copy/refusals';

describe.each(['zh', 'en'] as const)('the refusals in %s', (language) => {
  const sentences = Object.entries(refusals[language]);

  it('are sentences, and no two are the same', () => {
    const texts = sentences.map(([, sentence]) => sentence);
    expect(texts.filter((text) => !/[。.]$/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

it('fills a gap with its fact', () => {
  expect(fillGaps(refusals.zh['points.short'], { have: 40, need: 100 })).toBe('积分不够：需要 100 分，现在有 40 分。打卡和消费都能攒。');
});

it('drops a gap whose fact is missing together with the blank before it', () => {
  expect(fillGaps('used at {at} at {shopEn}.', { at: '14:02' })).toBe('used at 14:02 at.');
});
