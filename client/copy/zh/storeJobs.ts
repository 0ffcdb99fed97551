import type { MessageState } from '@shared/message/types';
import type { JobView } from '@shared/store/contract';
import type { JobName } from '@shared/store/jobs';

const names: Readonly<Record<JobName, string>> = {
  sendOutbox: '发消息',
  checkinReminder: '打卡提醒',
  poolClosed: '奖池结束告知',
  pickupReady: '取货通知',
  anniversary: '入会纪念日',
  festival: '节日问候',
  newGoods: '新品告知',
  pointsLapsing: '积分到期提醒',
  sweep: '积分结算',
  eraseMembers: '注销清理',
  exportMembers: '导出我的资料',
  tendAvatars: '头像审核',
  birthday: '生日礼',
  climbLadder: '阶梯奖励',
  race: '积分冲级赛',
  settlePlanOrders: '付费卡订单核对',
  servePaidCards: '付费卡权益',
  tierWarning: '等级复核提醒',
  warnVouchers: '券到期提醒',
  revokeVouchers: '券撤回',
  callOffSessions: '场次取消',
  grantChances: '消费送抽奖机会',
  referral: '邀请进度与奖励',
  closePools: '奖池封账',
  closeShifts: '班次关账',
};

const states: Readonly<Record<JobView['state'], string>> = {
  never: '还没跑过',
  running: '正在跑',
  ended: '正常',
  failed: '出错',
  killed: '中途断了',
};

const outbox: Readonly<Record<MessageState, string>> = {
  waiting: '等待发出',
  sending: '正在发出',
  held: '留着没发',
  unknown: '等微信回音',
  sent: '已发出',
  givenUp: '不再发',
};

/** 运营看定时任务和消息。 */
export const storeJobs = {
  title: '任务与消息',
  entrance: '定时任务跑得怎样，消息发到哪了',
  notOperator: '这里是运营看任务的地方',
  notOperatorNote: '看任务要有运营权限。需要的话，请找管理员开通。',
  offline: '没有网络：看到的是联网时的样子。',
  messages: '消息',
  outbox,
  stopped: (topic: string, code: number) => `「${topic}」停发了：微信说模板设置不对（${code}）`,
  resume: '改好了，恢复发送',
  resumed: '已恢复，一小时内继续发。',
  jobs: '定时任务',
  names,
  states,
  every: (minutes: number) => `每 ${minutes} 分钟`,
  ranAt: (moment: string, took: string) => `${moment}，${took}`,
  took: (value: string, unit: 'ms' | 's') => `${value} ${unit === 'ms' ? '毫秒' : '秒'}`,
  begun: (moment: string) => `${moment} 开始`,
  more: '还没做完，下一轮接着做',
  refresh: '再看一次',
};
