import { openWireServer } from './openMongoServer';
import { runOverMongo } from './runOverMongo';

// SDK, gateway, MongoDB's driver, wire protocol, embedded engine: what the embedded engine answers alone it must answer at the far end.
runOverMongo(openWireServer, {});
