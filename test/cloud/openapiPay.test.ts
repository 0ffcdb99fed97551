import { openPlatformCloud, type PlatformCloud, type Reply } from './openPlatformCloud';
import { transports } from './transports';

const shop = '1900000109';

describe.each(transports)('cloudPay over %s', (transport) => {
  let platform: PlatformCloud;
  let orders = 0;
  beforeAll(async () => {
    platform = await openPlatformCloud({ transport });
  });
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  const pay = (name: string, params: Reply): Promise<Reply> => platform.sdk(`cloudPay.${name}`, { subMchId: shop, ...params });
  const wanted = (change: Reply = {}): Reply => ({
    outTradeNo: `order-${(orders += 1)}`,
    body: '灯火 茶饮',
    totalFee: 12_850,
    envId: 'local-cloud',
    functionName: 'payback',
    spbillCreateIp: '127.0.0.1',
    ...change,
  });
  /** Makes an order and gives its number. */
  const ordered = async (change: Reply = {}): Promise<string> => {
    const params = wanted(change);
    expect(await pay('unifiedOrder', params)).toMatchObject({ returnCode: 'SUCCESS', resultCode: 'SUCCESS' });
    return String(params['outTradeNo']);
  };
  const stateOf = async (outTradeNo: string): Promise<unknown> => (await pay('queryOrder', { outTradeNo }))['tradeState'];
  const noticesOf = (outTradeNo: string): Promise<Reply[]> => platform.cloud.data.find('notices', { outTradeNo });

  it('gives what the phone needs to pay', async () => {
    const reply = await pay('unifiedOrder', wanted());
    expect(reply).toMatchObject({
      errCode: 0,
      tradeType: 'JSAPI',
      subMchId: shop,
      payment: {
        timeStamp: expect.stringMatching(/^\d{10}$/),
        nonceStr: expect.any(String),
        package: `prepay_id=${String(reply['prepayId'])}`,
      },
    });
  });

  it('tells the order’s function when it is paid', async () => {
    platform.cloud.clock.setMs(Date.UTC(2026, 1, 14, 20, 0, 5));
    const outTradeNo = await ordered({ attach: 'table 7' });
    expect(await stateOf(outTradeNo)).toBe('NOTPAY');
    const { transactionId, delivered } = await platform.cloud.wechat.pay(outTradeNo);
    expect(delivered).toBe(true);
    expect(await noticesOf(outTradeNo)).toMatchObject([
      {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        totalFee: 12_850,
        openid: 'oTester',
        attach: 'table 7',
        transactionId,
        timeEnd: '20260215040005',
      },
    ]);
    expect(await pay('queryOrder', { transactionId })).toMatchObject({ outTradeNo, tradeState: 'SUCCESS', totalFee: 12_850 });
  });

  it.each(['refuses', 'throws'])('tells again when the function %s, and not once it has taken the notice', async (attach) => {
    const outTradeNo = await ordered({ attach });
    expect(await platform.cloud.wechat.pay(outTradeNo)).toMatchObject({ delivered: false });
    expect(await platform.cloud.wechat.pay(outTradeNo)).toMatchObject({ delivered: false });
    expect(await noticesOf(outTradeNo)).toHaveLength(2);
    expect(await stateOf(outTradeNo)).toBe('SUCCESS');
    const willing = await ordered();
    await platform.cloud.wechat.pay(willing);
    await platform.cloud.wechat.pay(willing);
    expect(await noticesOf(willing)).toHaveLength(1);
  });

  it('gives another payment for the same order, and refuses another order by its number', async () => {
    const params = wanted();
    await pay('unifiedOrder', params);
    expect(await pay('unifiedOrder', params)).toMatchObject({ resultCode: 'SUCCESS' });
    expect(await pay('unifiedOrder', { ...params, totalFee: 1 })).toMatchObject({ resultCode: 'FAIL', errCode: 0 });
    await platform.cloud.wechat.pay(String(params['outTradeNo']));
    expect(await pay('unifiedOrder', params)).toMatchObject({ errCodeDes: '该订单已支付' });
  });

  it('closes an order that is not paid, and then it cannot be paid', async () => {
    const outTradeNo = await ordered();
    expect(await pay('closeOrder', { outTradeNo })).toMatchObject({ resultCode: 'SUCCESS' });
    expect(await stateOf(outTradeNo)).toBe('CLOSED');
    await expect(platform.cloud.wechat.pay(outTradeNo)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    expect(await pay('unifiedOrder', wanted({ outTradeNo }))).toMatchObject({ errCodeDes: '订单已关闭' });
    const paid = await ordered();
    await platform.cloud.wechat.pay(paid);
    expect(await pay('closeOrder', { outTradeNo: paid })).toMatchObject({ resultCode: 'FAIL', errCodeDes: '该订单已支付' });
  });

  it('gives money back in parts, never more than was paid, and the same refund once', async () => {
    const outTradeNo = await ordered();
    const refund = (outRefundNo: string, refundFee: number): Promise<Reply> =>
      pay('refund', { outTradeNo, outRefundNo, refundFee, totalFee: 12_850 });
    expect(await refund('r-1', 850)).toMatchObject({ resultCode: 'FAIL', errCodeDes: '订单未支付' });
    await platform.cloud.wechat.pay(outTradeNo);
    const first = await refund('r-1', 850);
    expect(first).toMatchObject({ resultCode: 'SUCCESS', refundFee: 850 });
    expect((await refund('r-1', 850))['refundId']).toBe(first['refundId']);
    expect(await refund('r-1', 851)).toMatchObject({ resultCode: 'FAIL' });
    expect(await refund('r-2', 12_001)).toMatchObject({ errCodeDes: '累计退款金额大于支付金额' });
    expect(await refund('r-2', 12_000)).toMatchObject({ resultCode: 'SUCCESS' });
    expect(await stateOf(outTradeNo)).toBe('REFUND');
    expect(await pay('queryRefund', { outTradeNo })).toMatchObject({ refundCount: 2, outRefundNo_0: 'r-1', refundFee_1: 12_000 });
  });

  it('knows no order it was not asked to make, nor that of another merchant', async () => {
    const outTradeNo = await ordered();
    expect(await pay('queryOrder', { outTradeNo: 'none' })).toMatchObject({ resultCode: 'FAIL', errCodeDes: 'order not exist' });
    expect(await pay('queryOrder', { outTradeNo, subMchId: '1' })).toMatchObject({ errCodeDes: 'order not exist' });
    await expect(platform.cloud.wechat.pay('none')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  it.each([
    ['total_fee', { totalFee: 0 }],
    ['total_fee', { totalFee: 1.5 }],
    ['body', { body: '' }],
    ['out_trade_no', { outTradeNo: 'x'.repeat(33) }],
    ['out_trade_no', { outTradeNo: '订单' }],
    ['spbill_create_ip', { spbillCreateIp: undefined }],
    ['function_name', { functionName: undefined }],
  ])('names the parameter %s of a wrong request', async (name, change) => {
    const reply = await pay('unifiedOrder', wanted(change));
    expect(reply).toMatchObject({ returnCode: 'FAIL', returnMsg: expect.stringContaining(name) });
  });

  it('knows no other pay API', async () => {
    expect(await platform.refused('cloudPay.sendRedpack', {})).toMatchObject({ errCode: -604100 });
  });
});
