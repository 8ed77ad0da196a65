import { fileName } from './file-name.ts';
import { importDirection } from './import-direction.ts';
import { noBareText } from './no-bare-text.ts';
import { pureCore } from './pure-core.ts';

/** Our own rules, as an oxlint plugin: what ARCHITECTURE.md promises and no stock rule can prove. */
const houseRules = {
  meta: { name: 'house' },
  rules: { 'import-direction': importDirection, 'pure-core': pureCore, 'file-name': fileName, 'no-bare-text': noBareText },
};

export default houseRules;
