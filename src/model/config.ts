import { parse, TomlError } from 'smol-toml';
import type { z } from 'zod';
import { DualwatchError } from './errors.ts';
import { nearestName } from './nearest-name.ts';
import type { Setting, SettingKey } from './settings.ts';
import { SETTING_KEYS, SETTINGS } from './settings.ts';

type Value<Key extends SettingKey> = z.output<(typeof SETTINGS)[Key]['schema']>;
type GroupName = SettingKey extends infer Key ? (Key extends `${infer Group}.${string}` ? Group : never) : never;
type Group<Name extends string> = { readonly [Key in SettingKey as Key extends `${Name}.${infer Rest}` ? Rest : never]: Value<Key> };

/** The settings in force, nested as in config.toml: `config.fetch.pace`. Durations are milliseconds, sizes bytes. */
export type Config = { readonly [Key in Exclude<SettingKey, `${string}.${string}`>]: Value<Key> } & {
  readonly [Name in GroupName]: Group<Name>;
};

/** Where settings come from; the first that has one wins: overrides, environment, file, default. */
export interface ConfigSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Text of config.toml, and its path for messages; undefined where there is none. */
  readonly file?: { readonly path: string; readonly text: string } | undefined;
  /** What the command line says, by key, as written there. */
  readonly overrides?: { readonly [Key in SettingKey]?: string | undefined };
}

/** One setting as it is in force, for `dualwatch config show`. */
export interface SettingInForce {
  readonly key: SettingKey;
  /** As written where it comes from. */
  readonly written: string;
  /** `command line`, `environment DUALWATCH_…`, `<path of config.toml>` or `default`. */
  readonly from: string;
}

/**
 * The settings in force. Pure: the caller reads the file.
 * Throws `config` with the key, where it was set and what is allowed; for an unknown key of the file, with the nearest known one.
 */
export function loadConfig(sources: ConfigSources): Config {
  const config: Record<string, unknown> = {};
  for (const { key, raw, from } of resolveSettings(sources)) {
    const value = parseSetting(key, raw, from);
    const [first, second] = splitKey(key);
    if (second === undefined) config[first] = value;
    else config[first] = { ...(config[first] as object | undefined), [second]: value };
  }
  // The table's keys and schemas are the type: each key was set to the output of its own schema.
  return config as Config;
}

/** Every setting as written, and where it comes from. Throws as {@link loadConfig}. */
export function settingsInForce(sources: ConfigSources): readonly SettingInForce[] {
  return resolveSettings(sources).map(({ key, raw, from }) => {
    parseSetting(key, raw, from);
    return { key, written: String(raw), from };
  });
}

/** The home that the command line or the environment name, else the default: known before its config.toml is read. */
export function homeOf(sources: Pick<ConfigSources, 'env' | 'overrides'>): string {
  return loadConfig({ ...sources, file: undefined }).home;
}

type Scalar = string | number | boolean;

interface Resolved {
  readonly key: SettingKey;
  readonly raw: Scalar;
  readonly from: string;
}

function resolveSettings({ env, file, overrides }: ConfigSources): readonly Resolved[] {
  const inFile = file === undefined ? new Map<SettingKey, Scalar>() : readFileSettings(file);
  return SETTING_KEYS.map((key) => {
    const setting = SETTINGS[key];
    const override = overrides?.[key];
    if (override !== undefined) return { key, raw: override, from: 'command line' };
    // An empty variable is what a compose file or a unit leaves for "not set".
    const variable = env[setting.env];
    if (variable !== undefined && variable !== '') return { key, raw: variable, from: `environment ${setting.env}` };
    const entry = inFile.get(key);
    if (entry !== undefined && file !== undefined) return { key, raw: entry, from: file.path };
    return { key, raw: setting.fallback, from: 'default' };
  });
}

function parseSetting(key: SettingKey, raw: Scalar, from: string): unknown {
  const setting: Setting<unknown> = SETTINGS[key];
  const parsed = setting.schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new DualwatchError(
    'config',
    `${key} (${from}): ${setting.secret === true ? 'its value' : JSON.stringify(raw)} is not allowed; write ${setting.allowed}`,
  );
}

function readFileSettings(file: { readonly path: string; readonly text: string }): ReadonlyMap<SettingKey, Scalar> {
  const found = new Map<SettingKey, Scalar>();
  for (const [key, value] of flatten(parseToml(file), '', file.path)) {
    const known = SETTING_KEYS.find((each) => each === key);
    if (known === undefined) {
      const nearest = nearestName(key, SETTING_KEYS);
      const hint = nearest === undefined ? 'docs/configuration.md lists all settings' : `did you mean "${nearest}"?`;
      throw new DualwatchError('config', `${file.path}: there is no setting "${key}"; ${hint}`);
    }
    const setting: Setting<unknown> = SETTINGS[known];
    if (setting.notInFile !== undefined) {
      throw new DualwatchError('config', `${file.path}: "${key}" cannot stand here, ${setting.notInFile}`);
    }
    found.set(known, value);
  }
  return found;
}

function parseToml({ path, text }: { readonly path: string; readonly text: string }): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const reason = cause.message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    throw new DualwatchError('config', `${path}, line ${cause.line}, column ${cause.column}: this is no TOML: ${reason}`, { cause });
  }
}

function* flatten(table: Readonly<Record<string, unknown>>, prefix: string, path: string): Generator<readonly [string, Scalar]> {
  for (const [name, value] of Object.entries(table)) {
    const key = prefix + name;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') yield [key, value];
    else if (isTable(value)) yield* flatten(value, `${key}.`, path);
    else throw new DualwatchError('config', `${path}: "${key}" must be a text or a number`);
  }
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function splitKey(key: SettingKey): readonly [string, string | undefined] {
  const [first = key, second] = key.split('.');
  return [first, second];
}
