import { openRealServer } from './openMongoServer';
import { runOverMongo } from './runOverMongo';

const address = process.env['LANTERN_MONGO_URL'] ?? '';

// The same suite on a real MongoDB server, wherever one is named.
if (address === '') it.skip('the suite on a real replica set: skipped, LANTERN_MONGO_URL names none', () => undefined);
else runOverMongo(() => openRealServer(address), {});
