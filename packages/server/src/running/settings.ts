import * as z from 'zod';

/** What is told of a variable beside its schema. */
export interface About {
  readonly about: string;
  readonly example: string;
  /** Never shown, and may come from the file that `<name>_FILE` names. */
  readonly secret?: boolean;
}

/** What is told of each variable, by its schema. */
export const told = z.registry<About>();

const district = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'is not a word of letters, digits and hyphens');
const word = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'is not a word of letters, digits, ".", "_", "-"');
const text = z.string();
const path = z.string().refine((value) => !value.includes('\0'), 'is not a path');
const header = z.string().regex(/^[a-z0-9-]+$/i, 'is not the name of a header');
const secret = z.string().min(32, 'has fewer than 32 characters: it could be guessed');

const whole = (min: number, max: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, what)
    .transform(Number)
    .refine((value) => value >= min && value <= max, what);
const port = whole(0, 65_535, 'is not a port, from 0 to 65535');

/** Whether a text is an address of one of these protocols, as `https:`. */
export function isUrl(value: string, ...protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}
const web = z.string().refine((value) => isUrl(value, 'http:', 'https:'), 'is not an http or https address');

const isOrigin = (value: string): boolean => isUrl(value, 'http:', 'https:') && new URL(value).origin === value;
const list = z.string().transform((value) => value.split(',').map((part) => part.trim()));

/** Every variable that the server reads, with its schema. One that is not set, or empty, has its default or none. */
export const settings = z.object({
  DATABASE_URL: z
    .string()
    .refine((value) => isUrl(value, 'postgres:', 'postgresql:'), 'is not an address of PostgreSQL')
    .optional()
    .register(told, {
      about: 'PostgreSQL, 14 or newer. Not set: PGlite, a PostgreSQL inside the process, in `DATA_FOLDER`',
      example: 'postgres://keting@db:5432/keting',
      secret: true,
    }),
  DATA_FOLDER: path.default('./keting-data').register(told, {
    about: 'Folder of the embedded database and of files on disk',
    example: '/var/lib/keting',
  }),
  DISTRICT: district.default('main').register(told, {
    about: 'Whose record this is. Several districts can share one database; it never changes',
    example: 'luqiao',
  }),
  MODEL: text.default('luqiao').register(told, {
    about: 'Governance model: the name of one in `@keting/models`, or the path of a JSON file',
    example: '/etc/keting/model.json',
  }),
  HOST: text.default('127.0.0.1').register(told, {
    about: 'Address that the desk listens at; `0.0.0.0` for all, behind a proxy that does TLS',
    example: '0.0.0.0',
  }),
  PORT: port.default(8080).register(told, { about: 'Port of the desk', example: '8080' }),
  OPERATIONS_HOST: text.default('127.0.0.1').register(told, {
    about: 'Address of `/health`, `/ready` and `/metrics`; never one that outsiders reach',
    example: '127.0.0.1',
  }),
  OPERATIONS_PORT: port.default(9464).register(told, { about: 'Port of the same', example: '9464' }),
  SIGN_IN: z.enum(['jwt', 'header', 'demo'], 'is none of jwt, header, demo').optional().register(told, {
    about:
      'Who is believed: tokens (`jwt`), a gateway (`header`), anyone (`demo`, on a loopback `HOST` only). Must be set',
    example: 'jwt',
  }),
  JWT_SECRET: secret.optional().register(told, {
    about: 'Secret that tokens are signed with',
    example: '(openssl rand -base64 48)',
    secret: true,
  }),
  JWKS_URL: web.optional().register(told, {
    about: 'Where the public keys of tokens are published, instead of `JWT_SECRET`',
    example: 'https://id.example.cn/.well-known/jwks.json',
  }),
  JWT_ALGORITHMS: list.optional().register(told, {
    about: 'How tokens may be signed. Not set: `HS256` with a secret, `RS256,ES256,EdDSA` with published keys',
    example: 'RS256',
  }),
  JWT_ISSUER: text.optional().register(told, { about: 'Who issues tokens (`iss`)', example: 'https://id.example.cn' }),
  JWT_AUDIENCE: text.optional().register(told, {
    about: 'Whom tokens are for (`aud`); a word of this district',
    example: 'keting-luqiao',
  }),
  GATEWAY_SECRET: secret.optional().register(told, {
    about: 'What the gateway shows to be believed',
    example: '(openssl rand -base64 48)',
    secret: true,
  }),
  GATEWAY_SECRET_HEADER: header.default('x-keting-gateway').register(told, {
    about: 'Header with that secret',
    example: 'x-keting-gateway',
  }),
  GATEWAY_PERSON_HEADER: header.default('x-keting-person').register(told, {
    about: 'Header with the id of the person; the gateway must take it out of what comes from outside',
    example: 'x-keting-person',
  }),
  GATEWAY_GUESTS: z
    .enum(['yes', 'no'], 'is neither yes nor no')
    .default('no')
    .register(told, { about: 'Whether a request without a person comes from a guest', example: 'yes' }),
  CSRF_SECRET: secret.optional().register(told, {
    about:
      'What the token against forged requests is made with, for a sign-in by cookie. Not set: made up at each start, which several servers side by side cannot share',
    example: '(openssl rand -base64 48)',
    secret: true,
  }),
  ORIGINS: list
    .refine((origins) => origins.every(isOrigin), 'holds what is no origin (scheme, host and port, no path)')
    .default([])
    .register(told, {
      about: 'Origins of pages elsewhere that may ask, with commas between',
      example: 'https://portal.example.cn',
    }),
  RATE_PER_MINUTE: whole(1, 1_000_000, 'is not a whole number from 1 to 1000000')
    .default(1200)
    .register(told, { about: 'Requests a minute that one person, or one address of guests, may make', example: '600' }),
  BEHIND_PROXY: z.enum(['yes', 'no'], 'is neither yes nor no').default('no').register(told, {
    about:
      'Whether a proxy in front says in `X-Forwarded-For` who asks; its last address is believed, to count guests by',
    example: 'yes',
  }),
  FILES: z.enum(['disk', 's3'], 'is neither disk nor s3').default('disk').register(told, {
    about: 'Where photos and films are kept: in `DATA_FOLDER/files`, or in a bucket',
    example: 's3',
  }),
  S3_ENDPOINT: web.optional().register(told, { about: 'Object store', example: 'https://s3.example.cn' }),
  S3_BUCKET: word.optional().register(told, { about: 'Bucket', example: 'keting' }),
  S3_REGION: word.default('us-east-1').register(told, { about: 'Region', example: 'cn-east-1' }),
  S3_ACCESS_KEY_ID: text.optional().register(told, { about: 'Key', example: 'AKIA…', secret: true }),
  S3_SECRET_ACCESS_KEY: text.optional().register(told, { about: 'Secret of the key', example: '…', secret: true }),
  S3_PREFIX: text.default('').register(told, { about: 'What keys begin with', example: 'luqiao/' }),
  S3_ENCRYPTION: word.optional().register(told, { about: 'Encryption that the store is asked for', example: 'AES256' }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is none of debug, info, warn, error, silent')
    .default('info')
    .register(told, { about: 'From which weight on the log is written', example: 'info' }),
  CHECKPOINT_KEY: path.optional().register(told, {
    about: 'Path of an Ed25519 private key (PEM). Set: a signed checkpoint is written every hour',
    example: '/run/secrets/checkpoint.pem',
  }),
  CHECKPOINT_FOLDER: path.optional().register(told, {
    about: 'Folder of the checkpoints, on a machine that others keep than the database',
    example: '/mnt/checkpoints',
  }),
  ERASURE_LOG: path.optional().register(told, {
    about: 'File that notes what was erased, so that a restore erases it again; outside the database',
    example: '/mnt/erasures/luqiao.jsonl',
  }),
});

export type Settings = z.output<typeof settings>;
export type SettingName = keyof Settings;

const isSettingName = (name: string): name is SettingName => name in settings.shape;

/** Names of all variables, in the order in which they are told of. */
export const settingNames: readonly SettingName[] = Object.keys(settings.shape).filter(isSettingName);

/** What is told of a variable. */
export function aboutSetting(name: SettingName): About {
  const about = told.get(settings.shape[name]);
  if (about === undefined) throw new Error(`nothing is told of ${name}`);
  return about;
}
