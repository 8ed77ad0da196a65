import type { CDPSession } from 'playwright-core';

import { isSilence, within } from './within.ts';

const STEP_MS = 10_000;
const ANSWER_MS = 4_000;

/** Asks a page things within time: what does not answer, or fails, is named in `lost`, and the visit goes on without it. */
export class PageAsker {
  readonly session: CDPSession;
  /** What is missing or was cut, in sentences. */
  readonly lost: string[] = [];
  crashed = false;
  readonly #deadline: number;
  /** A script keeps the page busy: nothing that is asked of it is answered. */
  #busy = false;

  /** `deadline`: of the whole visit, on the steady clock. */
  constructor(session: CDPSession, deadline: number) {
    this.session = session;
    this.#deadline = deadline;
  }

  /** In a world of its own; made anew for each question, since a page may have gone elsewhere meanwhile. */
  async evaluate(expression: string): Promise<unknown> {
    return within(ANSWER_MS, this.#ask(expression)).catch((error: unknown) => {
      this.#busy ||= isSilence(error);
      throw error;
    });
  }

  /** Undefined where it failed: then `what` is lost. */
  async attempt<Value>(what: string, act: () => Promise<Value>): Promise<Value | undefined> {
    if (this.crashed || this.#busy) {
      this.lost.push(what);
      return undefined;
    }
    try {
      return await within(this.left(STEP_MS), act());
    } catch (error) {
      this.lost.push(`${what}: ${reasonOf(error)}`);
      return undefined;
    }
  }

  /** Milliseconds for something that may take so long, within the whole. */
  left(mostMs: number): number {
    return Math.max(1, Math.min(mostMs, this.#deadline - performance.now()));
  }

  async #ask(expression: string): Promise<unknown> {
    const { frameTree } = await this.session.send('Page.getFrameTree');
    const { executionContextId } = await this.session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'dualwatch',
    });
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as unknown;
  }
}

/** The first line of what went wrong, without the name of the method that says it. */
export function reasonOf(error: unknown): string {
  const line = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
  return line.replace(/^(?:page|browser|cdpSession)\.\w+: /, '').slice(0, 300);
}
