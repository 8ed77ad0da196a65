import { describe, expect, it } from 'vitest';
import { runsOf } from './long-runs.ts';

describe('runs of a text', () => {
  it('keeps words whole and lets addresses break', () => {
    const text =
      'Поставка високоточних вимірювальних приладів: https://tenders.example/2026/11/26/notice-1048576.html, 便携式无人机探测设备采购项目公开招标公告便携式无人机探测设备';
    const runs = runsOf(text);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(runs.filter((run) => run.long).map((run) => run.text)).toEqual(['https://tenders.example/2026/11/26/notice-1048576.html,']);
  });

  it('counts letters, and parts none', () => {
    const long = '𝐱'.repeat(26);
    expect(runsOf(`𠮷${long}\u00a0${'𝐱'.repeat(25)}𠮷`)).toEqual([
      { text: '𠮷', long: false },
      { text: long, long: true },
      { text: `\u00a0${'𝐱'.repeat(25)}𠮷`, long: false },
    ]);
  });

  it('is linear on a line of millions without a blank', () => {
    expect(runsOf('x'.repeat(5_000_000))).toEqual([{ text: expect.any(String), long: true }]);
    expect(runsOf('𠮷'.repeat(1_000_000))).toEqual([{ text: expect.any(String), long: false }]);
    expect(runsOf('')).toEqual([]);
  });
});
