import { useMutation } from '@tanstack/react-query';
import { ask } from '../../../api/ask.ts';

/** Writes the evidence of a notice into one package on the server; its answer says where it lies and what was left out. */
export function useExport(notice: string) {
  return useMutation({
    mutationFn: (reveal: boolean) => ask('POST /api/v1/exports', { body: { notices: [notice], ...(reveal ? { reveal } : {}) } }),
  });
}
