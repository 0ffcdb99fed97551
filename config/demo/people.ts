interface DemoPerson {
  readonly id: string;
  readonly openid: string;
  readonly kind: 'shopper' | 'newcomer' | 'staff' | 'operator';
  readonly label: { readonly zh: string; readonly en: string };
  readonly note: { readonly zh: string; readonly en: string };
}

/** Who may sign in to the demo shop, on this machine only. Their openids are those of config/demo/shop.json and the seed. */
export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'xiaoman',
    openid: 'demo-xiaoman',
    kind: 'shopper',
    label: { zh: '小满', en: 'Xiaoman' },
    note: { zh: '会员，常来西湖店', en: 'a member who often shops at West Lake' },
  },
  {
    id: 'ping',
    openid: 'demo-ping',
    kind: 'shopper',
    label: { zh: '阿萍', en: 'Ping' },
    note: { zh: '会员，家庭账户的持有人，月卡快到期', en: 'a member who holds a family account; her month card ends soon' },
  },
  {
    id: 'shu',
    openid: 'demo-shu',
    kind: 'shopper',
    label: { zh: '大树', en: 'Shu' },
    note: { zh: '会员，在阿萍的账户里一起攒', en: "a member who shares Ping's account" },
  },
  {
    id: 'newcomer',
    openid: 'demo-newcomer',
    kind: 'newcomer',
    label: { zh: '新朋友', en: 'Newcomer' },
    note: { zh: '还没有会员卡', en: 'has no card yet' },
  },
  {
    id: 'qing',
    openid: 'demo-staff-qing',
    kind: 'staff',
    label: { zh: '阿青', en: 'Qing' },
    note: { zh: '西湖店收银员', en: 'stands at the till of West Lake' },
  },
  {
    id: 'lin',
    openid: 'demo-staff-lin',
    kind: 'staff',
    label: { zh: '林姐', en: 'Lin' },
    note: { zh: '东门店店长', en: 'leads the shop at East Gate' },
  },
  {
    id: 'operator',
    openid: 'demo-operator',
    kind: 'operator',
    label: { zh: '运营', en: 'Operator' },
    note: { zh: '核对邀请；用命令行管理门店与礼品', en: 'looks at invitations; runs shops and rewards from the command line' },
  },
  {
    id: 'operator2',
    openid: 'demo-operator-2',
    kind: 'operator',
    label: { zh: '复核', en: 'Second operator' },
    note: { zh: '审批同事提的积分更正', en: 'approves what a colleague proposed' },
  },
];
