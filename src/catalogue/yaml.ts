import { load, YAMLException } from 'js-yaml';
import { DualwatchError } from '../model/errors.ts';

/** Data of YAML 1.2. Throws `catalogue-invalid` with the line where it breaks; `fault` begins its message and names the file. */
export function parseYaml(source: string, fault: string): unknown {
  try {
    return load(source);
  } catch (cause) {
    throw new DualwatchError('catalogue-invalid', `${fault}: ${problemOf(cause)}`, { cause });
  }
}

function problemOf(cause: unknown): string {
  if (!(cause instanceof YAMLException)) return cause instanceof Error ? cause.message : String(cause);
  return cause.mark === undefined ? cause.reason : `${cause.reason}, in line ${cause.mark.line + 1}`;
}
