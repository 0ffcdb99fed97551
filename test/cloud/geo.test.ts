import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import type { Sdk } from './recordSdk';
import { transports } from './transports';

/** Places in Hangzhou and beyond: longitude, latitude. */
const places = {
  lake: [120.1425, 30.2447],
  temple: [120.0966, 30.2405],
  station: [120.2128, 30.2926],
  shanghai: [121.4737, 31.2304],
  beijing: [116.4074, 39.9042],
} as const;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (radians: number): number => (radians * 180) / Math.PI;

describe.each(transports)('places over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({
      transport,
      collections: [
        { name: 'places', indexes: [{ name: 'at', keys: { at: '2dsphere' } }] },
        { name: 'twice', indexes: ['from', 'to'].map((field) => ({ name: field, keys: { [field]: '2dsphere' as const } })) },
        { name: 'shapes', indexes: [] },
      ],
    });
    const { db, run } = script;
    for (const [_id, [longitude, latitude]] of Object.entries(places))
      await run(db.collection('places').add({ data: { _id, at: db.Geo.Point(longitude, latitude) } }));
    await run(db.collection('places').add({ data: { _id: 'nowhere' } }));
    const line = db.Geo.LineString([db.Geo.Point(0, 0), db.Geo.Point(10, 10)]);
    await run(db.collection('shapes').add({ data: { _id: 'line', shape: line } }));
    await run(db.collection('shapes').add({ data: { _id: 'square', shape: square(db, 4, 6) } }));
    await run(
      db.collection('shapes').add({ data: { _id: 'far', shape: db.Geo.MultiPoint([db.Geo.Point(50, 50), db.Geo.Point(51, 51)]) } }),
    );
  });
  afterAll(() => script.close());

  const square = (db: Sdk, from: number, to: number): Sdk => {
    const corners = [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ].map(([x, y]) => db.Geo.Point(x, y));
    return db.Geo.Polygon([db.Geo.LineString(corners)]);
  };
  const ids = async (collection: string, where: Readonly<Record<string, unknown>>): Promise<string> => {
    const { data } = await script.run(script.db.collection(collection).where(where).get());
    return (data as { _id: string }[]).map((item) => item._id).join(' ');
  };

  it('finds what is near, nearest first, within distances in metres', async () => {
    const { db, command } = script;
    const geometry = db.Geo.Point(...places.lake);
    expect(await ids('places', { at: command.geoNear({ geometry }) })).toBe('lake temple station shanghai beijing');
    expect(await ids('places', { at: command.geoNear({ geometry, maxDistance: 10_000 }) })).toBe('lake temple station');
    expect(await ids('places', { at: command.geoNear({ geometry, minDistance: 1000, maxDistance: 200_000 }) })).toBe(
      'temple station shanghai',
    );
  });

  it('finds what lies within a shape or a circle', async () => {
    const { db, command } = script;
    expect(await ids('shapes', { shape: command.geoWithin({ geometry: square(db, 0, 10) }) })).toBe('line square');
    expect(await ids('shapes', { shape: command.geoWithin({ geometry: square(db, 0, 9) }) })).toBe('square');
    const polygons = db.Geo.MultiPolygon([square(db, 40, 60), square(db, 3, 7)]);
    expect(await ids('shapes', { shape: command.geoWithin({ geometry: polygons }) })).toBe('square far');
    // 200 km over the earth's radius.
    expect(await ids('places', { at: command.geoWithin({ centerSphere: [[...places.lake], 200 / 6378.1] }) })).toBe(
      'lake temple station shanghai',
    );
  });

  it('finds what meets a shape', async () => {
    const { db, command } = script;
    const crossing = db.Geo.LineString([db.Geo.Point(0, 2), db.Geo.Point(2, 0)]);
    expect(await ids('shapes', { shape: command.geoIntersects({ geometry: crossing }) })).toBe('line');
    expect(await ids('shapes', { shape: command.geoIntersects({ geometry: db.Geo.Point(5, 5) }) })).toBe('square');
    // Where the line's great circle is at 5 degrees east, somewhat north of the straight line on a map.
    const north = degrees(Math.atan((Math.tan(radians(10)) * Math.sin(radians(5))) / Math.sin(radians(10))));
    expect(await ids('shapes', { shape: command.geoIntersects({ geometry: db.Geo.Point(5, north) }) })).toBe('line square');
    expect(await ids('shapes', { shape: command.geoIntersects({ geometry: square(db, 20, 30) }) })).toBe('');
  });

  it('leaves out what lies in a hole', async () => {
    const { db, command } = script;
    const ring = (from: number, to: number): Sdk =>
      db.Geo.LineString(
        [
          [from, from],
          [to, from],
          [to, to],
          [from, to],
          [from, from],
        ].map(([x, y]) => db.Geo.Point(x, y)),
      );
    expect(await ids('shapes', { shape: command.geoIntersects({ geometry: db.Geo.Polygon([ring(-5, 20), ring(-4, 19)]) }) })).toBe('');
  });

  it('measures distances in an aggregation', async () => {
    const { db, run } = script;
    const near = {
      distanceField: 'away',
      spherical: true,
      near: { longitude: places.lake[0], latitude: places.lake[1] },
      maxDistance: 200_000,
      key: 'at',
      includeLocs: 'place',
      query: { _id: script.command.neq('temple') },
      distanceMultiplier: 0.001,
    };
    const { list } = await run(db.collection('places').aggregate().geoNear(near).project({ away: 1, place: 1 }).end());
    expect((list as { _id: string; away: number }[]).map(({ _id, away }) => `${_id} ${Math.round(away)}`)).toEqual([
      'lake 0',
      'station 9',
      'shanghai 168',
    ]);
    expect((list as { place: unknown }[])[0]).toMatchObject({ place: { type: 'Point' } });
  });

  it('refuses to measure from what is no place', async () => {
    const { db, refused } = script;
    const query = db.collection('places').where({ at: { $near: 'here' } });
    expect((await refused(query.get()))['message']).toContain('geometry');
  });

  it('refuses to look for what is near without a geo index, and to guess which of two is meant', async () => {
    const { db, command, refused } = script;
    const near = command.geoNear({ geometry: db.Geo.Point(0, 0) });
    expect((await refused(db.collection('shapes').where({ shape: near }).get()))['message']).toContain('unable to find index');
    const either = command.or([{ at: near }, { _id: 'lake' }]);
    expect((await refused(db.collection('places').where(either).get()))['message']).toContain('must be top-level');
    const stage = { near: { longitude: 0, latitude: 0 }, distanceField: 'away', spherical: true };
    const measured = (collection: string): Sdk => db.collection(collection).aggregate().geoNear(stage).end();
    expect((await refused(measured('shapes')))['message']).toContain('requires a 2d or 2dsphere index');
    expect((await refused(measured('twice')))['message']).toContain('unsure which');
    expect((await refused(db.collection('places').aggregate().match({ at: near }).end()))['message']).toContain(
      'not allowed in this context',
    );
  });

  it('refuses what is no place in a field with a geo index, and leaves out a document without that field', async () => {
    const { db, run, refused } = script;
    const add = (data: Readonly<Record<string, unknown>>): Sdk => db.collection('twice').add({ data });
    expect((await refused(add({ from: 'the lake' })))['message']).toContain("Can't extract geo keys");
    expect(
      (
        await refused(
          add({
            from: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [1, 1],
                  [2, 0],
                ],
              ],
            },
          }),
        )
      )['message'],
    ).toContain('geo keys');
    await run(add({ _id: 'placeless', to: null }));
    expect(await ids('twice', {})).toBe('placeless');
  });
});
