import { readFileSync } from 'node:fs';
import { aboutSetting, settingNames, settings, type SettingName, type Settings } from './settings.ts';

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with a variable. It never says what the variable holds. */
export interface ConfigFault {
  readonly name: string;
  readonly wrong: string;
  readonly example: string;
}

/** What was read of the variables; a variable that is at fault reads as if it were not set. */
export interface Read {
  readonly values: Settings;
  readonly faults: readonly ConfigFault[];
}

export const faultOf = (name: SettingName, wrong: string): ConfigFault => ({
  name,
  wrong,
  example: aboutSetting(name).example,
});

const set = (env: Environment, name: string): string | undefined => (env[name] === '' ? undefined : env[name]);

/** The text of a secret's file, without the line's end that editors leave; or what is wrong with it. */
function fromFile(name: SettingName, path: string): string | ConfigFault {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { name: `${name}_FILE`, wrong: `names a file that cannot be read (${why})`, example: '/run/secrets/name' };
  }
}

function textOf(env: Environment, name: SettingName): string | ConfigFault | undefined {
  const text = set(env, name);
  const path = aboutSetting(name).secret === true ? set(env, `${name}_FILE`) : undefined;
  if (path === undefined) return text;
  if (text === undefined) return fromFile(name, path);
  return { name: `${name}_FILE`, wrong: `is set beside ${name}: one of them is enough`, example: path };
}

/** Reads every variable by its schema, and gathers what is wrong with any. */
export function readSettings(env: Environment): Read {
  const faults: ConfigFault[] = [];
  const texts: Partial<Record<SettingName, string>> = {};
  for (const name of settingNames) {
    const text = textOf(env, name);
    if (typeof text === 'string') texts[name] = text;
    else if (text !== undefined) faults.push(text);
  }
  for (const name of settingNames) {
    if (texts[name] === undefined) continue;
    const parsed = settings.shape[name].safeParse(texts[name]);
    if (parsed.success) continue;
    faults.push(faultOf(name, parsed.error.issues[0]?.message ?? 'is wrong'));
    Reflect.deleteProperty(texts, name);
  }
  return { values: settings.parse(texts), faults };
}
