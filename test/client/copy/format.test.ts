import { countdownText, dayText, deltaText, groupsOfFour, moneyText, momentText, numberText, sayDays, timesText } from '@/copy/format';

describe('numbers', () => {
  it('sets digits in threes', () => {
    expect(['0', '999', '2,480', '1,234,567']).toEqual([0, 999, 2480, 1234567].map(numberText));
  });

  it('gives a change its sign, with a true minus', () => {
    expect([deltaText(156), deltaText(-600), deltaText(0)]).toEqual(['+156', '−600', '+0']);
  });

  it('shows fen as yuan with two decimals', () => {
    expect([moneyText(0), moneyText(5), moneyText(12850), moneyText(123456789)]).toEqual(['0.00', '0.05', '128.50', '1,234,567.89']);
  });

  it('shows a multiplier in hundredths as people say it', () => {
    expect([timesText(100), timesText(120), timesText(150)]).toEqual(['1', '1.2', '1.5']);
  });

  it('sets a card number in groups of four', () => {
    expect(groupsOfFour('9210038122047712')).toBe('9210 0381 2204 7712');
  });
});

describe('days', () => {
  it('leaves the year out within the year', () => {
    expect([dayText('2026-11-09', 'zh', '2026-11-22'), dayText('2026-11-09', 'en', '2026-11-22')]).toEqual(['11月9日', '9 Nov']);
  });

  it('says the year of another year', () => {
    expect([dayText('2027-01-31', 'zh', '2026-11-22'), dayText('2027-01-31', 'en', '2026-11-22')]).toEqual([
      '2027年1月31日',
      '31 Jan 2027',
    ]);
  });

  it('tells an instant in programme time, not in this machine’s', () => {
    expect(momentText(Date.UTC(2026, 10, 20, 16, 5), 480, 'zh')).toBe('11月21日 00:05');
  });

  it('counts down in minutes and seconds and stops at nothing', () => {
    expect([countdownText(252_000), countdownText(251_001), countdownText(9_000), countdownText(-1)]).toEqual([
      '4:12',
      '4:12',
      '0:09',
      '0:00',
    ]);
  });
});

test('the days among a refusal’s facts are said as people say them, everything else as it is', () => {
  const args = { at: '2026-11-22 14:02', on: '2027-01-03', until: '14:12', amount: '128.50', minutes: 5 };
  expect(sayDays(args, 'zh')).toEqual({ ...args, at: '11月22日 14:02', on: '1月3日' });
  expect(sayDays(args, 'en')).toEqual({ ...args, at: '22 Nov 14:02', on: '3 Jan' });
  expect(sayDays(undefined, 'zh')).toEqual({});
});
