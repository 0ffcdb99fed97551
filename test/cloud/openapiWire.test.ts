import { readCommCall, writeCommReply } from '@localcloud/openapi/commApi';
import { bytesField, numberField, readFields } from '@localcloud/openapi/protobuf';
import { readMultipart } from '@localcloud/openapi/readMultipart';

describe('the open API’s messages', () => {
  // Recorded from wx-server-sdk 4.0.2: openapi.security.msgSecCheck({ content: 'x', version: 2 }).
  const recorded = Buffer.from('0800121e0a0e0a07636f6e74656e7412032278220a0c0a0776657273696f6e120132', 'hex');
  // Likewise: getOpenData({ list: ['id1'] }).
  const recordedInner = Buffer.from('080222200a174170694765744f70656e446174614279436c6f7564496412051203696431', 'hex');

  it('reads what the SDK packs', () => {
    expect(readCommCall(recorded)).toEqual({ kind: 'open', params: { content: 'x', version: 2 } });
    expect(readCommCall(recordedInner)).toEqual({ kind: 'inner', apiName: 'ApiGetOpenDataByCloudId', message: bytesField(2, 'id1') });
  });

  it('refuses one that is cut short', () => {
    expect(() => readCommCall(recorded.subarray(0, -1))).toThrow(RangeError);
    expect(() => readFields(Buffer.from([0x80]))).toThrow(RangeError);
    expect(() => readFields(Buffer.alloc(11, 0x80))).toThrow(RangeError);
    expect(() => readFields(Buffer.from([0x0b]))).toThrow('a field of kind 3 is not understood');
  });

  it('skips fields it does not know', () => {
    const unknown = Buffer.concat([Buffer.from([0x49, 1, 2, 3, 4, 5, 6, 7, 8]), Buffer.from([0x55, 1, 2, 3, 4]), numberField(11, 300)]);
    expect(readCommCall(Buffer.concat([unknown, recorded]))).toEqual({ kind: 'open', params: { content: 'x', version: 2 } });
  });

  it('writes negative numbers in ten bytes and reads them back', () => {
    const reply = writeCommReply({ errorCode: -604101 });
    expect(reply).toHaveLength(11);
    expect(readFields(reply)).toEqual([{ number: 3, varint: BigInt.asUintN(64, -604101n) }]);
  });

  it('keeps a picture as bytes', () => {
    const picture = Buffer.from([0, 255, 10]);
    const pair = Buffer.concat([bytesField(1, 'media'), bytesField(2, picture), bytesField(3, 'image/png')]);
    expect(readCommCall(bytesField(2, bytesField(1, pair)))).toEqual({ kind: 'open', params: { media: picture } });
  });
});

describe('a form', () => {
  const type = 'multipart/form-data; boundary=--------------------------0123';
  const line = '----------------------------0123';
  const form = (parts: Readonly<Record<string, string>>): string =>
    `${Object.entries(parts)
      .map(([name, value]) => `${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('')}${line}--\r\n`;

  it('is read into its fields, bytes as they are', () => {
    const fields = readMultipart(type, Buffer.from(form({ action: 'wx.openApi', empty: '', requestData: 'a\r\n\r\n--b\0' })));
    expect([...(fields ?? [])].map(([name, value]) => [name, value.toString()])).toEqual([
      ['action', 'wx.openApi'],
      ['empty', ''],
      ['requestData', 'a\r\n\r\n--b\0'],
    ]);
  });

  it.each([
    ['has no boundary', 'multipart/form-data', form({ a: '1' })],
    ['is another type', 'text/plain', form({ a: '1' })],
    ['never ends', type, form({ a: '1' }).slice(0, -6)],
    ['has a part without a name', type, `${line}\r\nContent-Disposition: form-data\r\n\r\nx\r\n${line}--`],
    ['is empty', type, ''],
  ])('is not read when it %s', (_what, contentType, body) => {
    expect(readMultipart(contentType, Buffer.from(body))).toBeUndefined();
  });
});
