import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { Choice } from '../../parts/field.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { ROLE_WORDS, ROLES, roleOf, withRole, type Mapping, type Role } from './column-roles.ts';
import css from './uploads.module.css';

/** The first rows of a file, each column under what it holds; what no role is given is not read. */
export function ColumnTable({
  preview: { columns, rows },
  mapping,
  onChange,
}: {
  readonly preview: Pick<Answer<'POST /api/v1/screen/uploads/columns'>, 'columns' | 'rows'>;
  readonly mapping: Mapping;
  readonly onChange: (next: Mapping) => void;
}): ReactNode {
  const say = useWords('screening');
  const options = [['', say('roleNone')] as const, ...ROLES.map((role) => [role, say(ROLE_WORDS[role])] as const)];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <div className={css.columns} role="region" aria-label={say('mapColumns')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={`${at} ${column}`} scope="col" data-read={roleOf(mapping, at) !== ''}>
                <bdi>{column}</bdi>
                <Choice
                  bare
                  label={say('roleOf', { column })}
                  value={roleOf(mapping, at)}
                  options={options}
                  onChange={(event) => onChange(withRole(mapping, at, event.target.value as Role | ''))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {columns.map((column, at) => (
                <td key={`${at} ${column}`} data-read={roleOf(mapping, at) !== ''} dir="auto">
                  <ShownText text={row[at] ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
