/** Running a server: its configuration, its log, its metrics, its checkpoints. */
export { readConfig, readRecordConfig, faultLines } from './config.ts';
export type { Config, ConfigFaults, DeskConfig, FilesConfig, Listen, RecordConfig, SignInConfig } from './config.ts';
export type { ConfigFault, Environment } from './environment.ts';
export { runServer, type Additions, type Running } from './run-server.ts';
export { openServedDesk, type ServedDesk, type ServedDeskOptions } from './served-desk.ts';
export type { Answer } from './listen.ts';
export { createLog, type Log, type WriteLine } from './log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { operationsApp, type OperationsOptions, type Stage } from './operations-app.ts';
export {
  CheckpointError,
  privateKeyFrom,
  publicKeyFrom,
  readCheckpoints,
  type Checkpoints,
  type FileFault,
} from './checkpoint-files.ts';
export { writeCheckpoint, type CheckpointOptions, type Written } from './checkpoints.ts';
export { verifyRecord, type StreamFault, type Walkable, type Walked } from './verify-record.ts';
export { noteErasure, replayErasures } from './erasure-log.ts';
export { calendar } from './calendar.ts';
