import { DualwatchError } from '../model/errors.ts';
import { readText } from '../work/read-text.ts';

/** The key or token in a file that `--secret-file` names. Throws `usage` for a file that holds anything but one line, and what `readText` throws. */
export async function readSecret(file: string): Promise<string> {
  const text = (await readText(file)).trim();
  if (text === '' || /[\r\n]/.test(text) || text.length > 1000)
    throw new DualwatchError('usage', `${file} holds no secret: one line of at most 1,000 characters is expected`);
  return text;
}
