/** Shorter words are told apart by one letter. */
const LEAST = 7;

/** True for two long words of which one is the other with a letter changed, left out, doubled or swapped with its neighbour. */
export function isSlip(one: string, other: string): boolean {
  if (one.length < LEAST || other.length < LEAST || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let [endOne, endOther] = [one.length, other.length];
  while (endOne > start && endOther > start && one[endOne - 1] === other[endOther - 1]) {
    endOne -= 1;
    endOther -= 1;
  }
  const [left, right] = [one.slice(start, endOne), other.slice(start, endOther)];
  if (left.length + right.length <= 1 || (left.length === 1 && right.length === 1)) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
