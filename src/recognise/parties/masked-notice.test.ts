import { expect, test } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { loadTradeRoles } from '../../catalogue/trade-roles.ts';
import type { Notice } from '../../model/notice.ts';
import { maskedNotice } from './masked-notice.ts';
import { createTradeFinder } from './trade-finder.ts';
import { compileTradeWords } from './trade-hits.ts';

const roles = loadTradeRoles();
const TEXT = '求购无人机干扰器。联系人：王小明，电话：13812345678';
const NOTICE = { title: '求购干扰器（王小明，13812345678）', publisher: null } as Notice;

test('a title has no telephone number; and no contact person where the words of the notice are known', () => {
  expect(maskedNotice(NOTICE).title).toBe('求购干扰器（王小明，•••••••••••）');
  expect(maskedNotice(NOTICE, createTradeFinder(roles, compileTradeWords(loadCatalogue(), roles)).find(TEXT).parties)).toEqual({
    title: '求购干扰器（•••，•••••••••••）',
    publisher: null,
  });
});

test('nor a person whom its reading gave away, and what is shown does not say who that was', () => {
  expect(maskedNotice({ ...NOTICE, publisher: '王小明', persons: ['王小明'] })).toEqual({
    title: '求购干扰器（•••，•••••••••••）',
    publisher: '•••',
  });
});
