import type { Bilingual } from '../kernel/bilingual';

/** One thing a member can be told about, and can stop. */
interface TopicRow {
  readonly name: Bilingual;
  /** What is told, for the settings page. */
  readonly note: Bilingual;
  /**
   * The platform's template for it, as it is chosen in its console: a title and fields (kind and number). Null: told in the inbox only.
   * Retail gets templates of one message per accept.
   */
  readonly template: { readonly title: string; readonly fields: readonly string[] } | null;
}

/** Everything a member can be told about: the rows of the settings page, and the platform's templates. */
export const topics = {
  checkin: {
    name: { zh: '打卡提醒', en: 'Check-in reminder' },
    note: { zh: '连续打卡快断的那天提醒一次', en: 'Once, on the day your streak would break' },
    template: { title: '打卡提醒', fields: ['thing1', 'number2', 'thing3'] },
  },
  lapse: {
    name: { zh: '到期提醒', en: 'Before things lapse' },
    note: { zh: '积分、券和付费卡快到期时提醒一次', en: 'Once, before points, vouchers or a paid card end' },
    template: { title: '到期提醒', fields: ['thing1', 'date2', 'thing3'] },
  },
  pickup: {
    name: { zh: '取货通知', en: 'Ready for pick-up' },
    note: { zh: '兑换的礼品可以取了，告诉你一次', en: 'Once, when your reward waits at the shop' },
    template: { title: '取货通知', fields: ['thing1', 'thing2', 'phrase3'] },
  },
  booking: {
    name: { zh: '预约提醒', en: 'Bookings' },
    note: { zh: '约好的体验，前一天提醒一次', en: 'Once, the day before a session you booked' },
    template: { title: '预约提醒', fields: ['thing1', 'thing2', 'time3'] },
  },
  draw: {
    name: { zh: '抽奖结果', en: 'Draw results' },
    note: { zh: '开奖后告诉你一次', en: 'Once, when a result is there' },
    template: { title: '抽奖结果通知', fields: ['thing1', 'thing2'] },
  },
  tier: {
    name: { zh: '等级变化', en: 'Tier changes' },
    note: { zh: '等级快要下降时提醒一次', en: 'Once, before a tier would fall' },
    template: { title: '等级提醒', fields: ['thing1', 'date2', 'number3'] },
  },
  invitation: {
    name: { zh: '邀请进度', en: 'Invitations' },
    note: { zh: '朋友有了新进展，告诉你一次', en: 'Once, when a friend takes a step' },
    template: { title: '邀请进度通知', fields: ['thing1', 'thing2'] },
  },
  greeting: {
    name: { zh: '生日与节日', en: 'Greetings' },
    note: { zh: '生日、入会纪念日和节日的问候与礼物', en: 'Birthday, anniversary and festivals, with a gift' },
    template: null,
  },
  goods: {
    name: { zh: '新品', en: 'New goods' },
    note: { zh: '门店到了新东西', en: 'When something new arrives' },
    template: null,
  },
  account: {
    name: { zh: '账户', en: 'Account' },
    note: { zh: '积分赛、阶梯奖励和你要的资料', en: 'Races, rewards by steps, and what you asked for' },
    template: null,
  },
} as const satisfies Readonly<Record<string, TopicRow>>;

export type Topic = keyof typeof topics;

/** Topics that the platform's own messages can carry: one grant, one message. */
export type GrantTopic = { [T in Topic]: (typeof topics)[T]['template'] extends null ? never : T }[Topic];

export const topicNames = Object.keys(topics) as readonly Topic[];
export const grantTopics = topicNames.filter((topic): topic is GrantTopic => topics[topic].template !== null);
