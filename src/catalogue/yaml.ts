import { load, YAMLException } from 'js-yaml';
import { DualwatchError } from '../model/errors.ts';

/** Data of YAML 1.2; `name` says which file it is of. Throws `catalogue-invalid` with the line where it breaks. */
export function parseYaml(source: string, name: string): unknown {
  try {
    return load(source);
  } catch (cause) {
    throw new DualwatchError('catalogue-invalid', `${name} is no YAML: ${problemOf(cause)}`, { cause });
  }
}

function problemOf(cause: unknown): string {
  if (!(cause instanceof YAMLException)) return cause instanceof Error ? cause.message : String(cause);
  return cause.mark === undefined ? cause.reason : `${cause.reason}, in line ${cause.mark.line + 1}`;
}
