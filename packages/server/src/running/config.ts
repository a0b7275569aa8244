import { join } from 'node:path';
import type { S3Options } from '../files/s3-files.ts';
import { faultOf, readSettings, type ConfigFault, type Environment } from './environment.ts';
import type { SettingName, Settings } from './settings.ts';

/** Where the record is. */
export interface RecordConfig {
  readonly connect: { readonly url: string } | { readonly folder: string };
  readonly district: string;
  readonly dataFolder: string;
  readonly erasureLog?: string;
  readonly checkpoints: { readonly key?: string; readonly folder?: string };
}

/** Who is believed. */
export type SignInConfig =
  | {
      readonly by: 'jwt';
      readonly keys: { readonly secret: string } | { readonly keySetUrl: string };
      readonly issuer: string;
      readonly audience: string;
      readonly algorithms: readonly string[];
    }
  | {
      readonly by: 'header';
      readonly secret: string;
      readonly secretHeader: string;
      readonly person: string;
      readonly guests: boolean;
    }
  | { readonly by: 'demo' };

/** Where files are kept. */
export type FilesConfig =
  { readonly on: 'disk'; readonly folder: string } | { readonly on: 's3'; readonly s3: S3Options };

/** Where something listens: an address of this machine and a port; port 0 is any that is free. */
export interface Listen {
  readonly host: string;
  readonly port: number;
}

/** All that a served desk is told when it is opened. */
export interface DeskConfig extends RecordConfig {
  /** Name of a model or path of a JSON file. */
  readonly model: string;
  readonly signIn: SignInConfig;
  readonly csrfSecret?: string;
  readonly origins: readonly string[];
  readonly ratePerMinute: number;
  /** Whether the last address of `X-Forwarded-For` is whoever asks. */
  readonly behindProxy: boolean;
  readonly files: FilesConfig;
  readonly logLevel: Settings['LOG_LEVEL'];
}

/** All that a server is told when it starts. */
export interface Config extends DeskConfig {
  readonly listen: Listen;
  readonly operations: Listen;
}

/** Everything that is wrong with a configuration, in the order in which variables are told of. */
export interface ConfigFaults {
  readonly faults: readonly ConfigFault[];
}

/** The faults as lines for whoever starts the server: the variable, what is wrong, an example. */
export const faultLines = ({ faults }: ConfigFaults): string =>
  faults.map(({ name, wrong, example }) => `${name} ${wrong}. Example: ${name}=${example}\n`).join('');

/** What is needed of the variables, noting what is not there. */
class Needs {
  readonly values: Settings;
  readonly faults: ConfigFault[];

  constructor(env: Environment) {
    const { values, faults } = readSettings(env);
    this.values = values;
    this.faults = [...faults];
  }

  /** Notes a fault, unless the variable has one already. */
  wrong(name: SettingName, wrong: string): void {
    const known = this.faults.some((fault) => fault.name === name || fault.name === `${name}_FILE`);
    if (!known) this.faults.push(faultOf(name, wrong));
  }

  need<Name extends SettingName>(name: Name, why: string): NonNullable<Settings[Name]> | undefined {
    const value = this.values[name] ?? undefined;
    if (value === undefined) this.wrong(name, `is not set, and ${why} needs it`);
    return value;
  }
}

/** Reads the whole configuration from the environment, and nowhere else; or answers all that is wrong with it. */
export function readConfig(env: Environment): Config | ConfigFaults {
  const needs = new Needs(env);
  const { values } = needs;
  const signIn = signInOf(needs);
  const files = filesOf(needs);
  checkCheckpoints(needs);
  if (needs.faults.length > 0 || signIn === undefined || files === undefined) return { faults: needs.faults };
  return {
    ...recordOf(values),
    model: values.MODEL,
    listen: { host: values.HOST, port: values.PORT },
    operations: { host: values.OPERATIONS_HOST, port: values.OPERATIONS_PORT },
    signIn,
    ...(values.CSRF_SECRET === undefined ? {} : { csrfSecret: values.CSRF_SECRET }),
    origins: values.ORIGINS,
    ratePerMinute: values.RATE_PER_MINUTE,
    behindProxy: values.BEHIND_PROXY === 'yes',
    files,
    logLevel: values.LOG_LEVEL,
  };
}

/** Reads where the record is: all that backing it up and looking through it needs. */
export function readRecordConfig(env: Environment): RecordConfig | ConfigFaults {
  const { values, faults } = readSettings(env);
  return faults.length > 0 ? { faults } : recordOf(values);
}

/** Reads where files are kept: what a restore needs beside the record, to take away again what was erased. */
export function readFilesConfig(env: Environment): FilesConfig | ConfigFaults {
  const needs = new Needs(env);
  return filesOf(needs) ?? { faults: needs.faults };
}

function recordOf(values: Settings): RecordConfig {
  return {
    connect:
      values.DATABASE_URL === undefined ? { folder: join(values.DATA_FOLDER, 'record') } : { url: values.DATABASE_URL },
    district: values.DISTRICT,
    dataFolder: values.DATA_FOLDER,
    ...(values.ERASURE_LOG === undefined ? {} : { erasureLog: values.ERASURE_LOG }),
    checkpoints: {
      ...(values.CHECKPOINT_KEY === undefined ? {} : { key: values.CHECKPOINT_KEY }),
      ...(values.CHECKPOINT_FOLDER === undefined ? {} : { folder: values.CHECKPOINT_FOLDER }),
    },
  };
}

function checkCheckpoints(needs: Needs): void {
  if (needs.values.CHECKPOINT_KEY !== undefined) needs.need('CHECKPOINT_FOLDER', 'CHECKPOINT_KEY');
}

function signInOf(needs: Needs): SignInConfig | undefined {
  switch (needs.values.SIGN_IN) {
    case 'jwt':
      return jwtOf(needs);
    case 'header':
      return gatewayOf(needs);
    case 'demo':
      return demoOf(needs);
    case undefined:
      needs.wrong('SIGN_IN', 'is not set: say who is believed');
      return undefined;
  }
}

function jwtOf(needs: Needs): SignInConfig | undefined {
  const issuer = needs.need('JWT_ISSUER', 'SIGN_IN=jwt');
  const audience = needs.need('JWT_AUDIENCE', 'SIGN_IN=jwt');
  const { JWT_SECRET: secret, JWKS_URL: keySetUrl, JWT_ALGORITHMS: algorithms } = needs.values;
  if (secret !== undefined && keySetUrl !== undefined)
    needs.wrong('JWKS_URL', 'is set beside JWT_SECRET: tokens are signed by one or the other');
  const keys = keySetUrl === undefined ? secretOf(needs) : { keySetUrl };
  if (issuer === undefined || audience === undefined || keys === undefined) return undefined;
  const usual = 'secret' in keys ? ['HS256'] : ['RS256', 'ES256', 'EdDSA'];
  return { by: 'jwt', keys, issuer, audience, algorithms: algorithms ?? usual };
}

function secretOf(needs: Needs): { readonly secret: string } | undefined {
  const secret = needs.need('JWT_SECRET', 'SIGN_IN=jwt (this, or JWKS_URL)');
  return secret === undefined ? undefined : { secret };
}

function gatewayOf(needs: Needs): SignInConfig | undefined {
  const secret = needs.need('GATEWAY_SECRET', 'SIGN_IN=header');
  if (secret === undefined) return undefined;
  const { GATEWAY_SECRET_HEADER: secretHeader, GATEWAY_PERSON_HEADER: person, GATEWAY_GUESTS: guests } = needs.values;
  return { by: 'header', secret, secretHeader, person, guests: guests === 'yes' };
}

/** Whether only this machine reaches an address. A name other than `localhost` could be anyone's. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

function demoOf(needs: Needs): SignInConfig | undefined {
  if (isLoopback(needs.values.HOST)) return { by: 'demo' };
  needs.wrong('SIGN_IN', 'is demo, where anyone is believed, and HOST is reached from outside this machine');
  return undefined;
}

function filesOf(needs: Needs): FilesConfig | undefined {
  const { values } = needs;
  if (values.FILES === 'disk') return { on: 'disk', folder: join(values.DATA_FOLDER, 'files') };
  const endpoint = needs.need('S3_ENDPOINT', 'FILES=s3');
  const bucket = needs.need('S3_BUCKET', 'FILES=s3');
  const accessKeyId = needs.need('S3_ACCESS_KEY_ID', 'FILES=s3');
  const secretAccessKey = needs.need('S3_SECRET_ACCESS_KEY', 'FILES=s3');
  if (endpoint === undefined || bucket === undefined) return undefined;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  const { S3_REGION: region, S3_PREFIX: prefix, S3_ENCRYPTION: encryption } = values;
  const s3 = { endpoint, bucket, region, accessKeyId, secretAccessKey, prefix };
  return { on: 's3', s3: encryption === undefined ? s3 : { ...s3, encryption } };
}
