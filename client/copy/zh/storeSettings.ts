import type { ApplyRow } from '@shared/store/contract';
import type { Section } from '@shared/store/sections';
import type { SettingsRefusal } from '@shared/store/settingsFile';

const faults: Readonly<Record<SettingsRefusal, string>> = {
  'settings.notJson': '这个文件不是 JSON，或者写到一半断了。请用导出的文件改。',
  'settings.notSections': '文件最外层要是一个对象，每一项是一个分区。',
  'settings.unknownSection': '没有叫「{section}」的分区。请核对拼写。',
  'settings.notRows': '「{section}」要是一个列表，一行一项。',
};

const sections: Readonly<Record<Section, string>> = {
  programme: '会员计划',
  shops: '门店',
  staff: '员工',
  categories: '分类',
  products: '商品',
  rewards: '好礼',
  causes: '公益',
  coupons: '券',
  offers: '优惠',
  plans: '付费卡',
  pools: '奖池',
  festivals: '节日',
  groups: '社群',
  quizzes: '问答',
  quizQuestions: '题库',
  riddleFestivals: '灯谜会',
  riddles: '灯谜',
  jigsaws: '拼图',
};

const results: Readonly<Record<ApplyRow['result'], string>> = { created: '新增', updated: '改动', unchanged: '不变', refused: '不行' };

/** 运营用设置文件开店、改设置。 */
export const storeSettings = {
  title: '设置文件',
  entrance: '用文件开店、改门店和活动设置',
  notOperator: '这里是运营改设置的地方',
  notOperatorNote: '改设置要有运营权限。需要的话，请找管理员开通。',
  offline: '没有网络：文件可以先选，试读和写入要等联网。',
  intro: '选一个设置文件（JSON）。先试读：逐行告诉您会变什么、哪行不行，什么都不写。确认后再写入；同一个文件写两次，和写一次一样。',
  choose: '选文件',
  chooseOther: '换一个文件',
  unread: '这个文件读不出来。请换一个。',
  faults,
  sections,
  rowsOf: (section: string, rows: number) => `${section} ${rows} 行`,
  results,
  trying: '正在试读',
  writing: '正在写入',
  progress: (done: number, all: number) => `${done} / ${all}`,
  sums: (created: number, updated: number, unchanged: number, refused: number) =>
    `新增 ${created}，改动 ${updated}，不变 ${unchanged}，不行 ${refused}`,
  tried: '试读完了，什么都没写。',
  write: (rows: number) => `写入 ${rows} 行`,
  nothing: '和现在的设置一样，不用写入。',
  someRefused: '不行的行不会写入；改好文件再选一次，也可以先写入其余的行。',
  written: '已写入。收银台和顾客手机半分钟内看到新设置。',
  row: (row: number, id: string) => `第 ${row} 行 ${id}`,
  more: (rows: number) => `还有 ${rows} 行`,
};
