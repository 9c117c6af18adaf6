// What changed between two texts, by words. Longest common subsequence, first by lines, then by the words of
// the lines that changed, so that a long text stays fast.

export interface Piece {
  kind: "same" | "added" | "removed";
  text: string;
}

/** The pieces of a longest common subsequence; equal neighbours joined. */
export function compareTokens(before: string[], after: string[]): Piece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  const pieces: Piece[] = [];
  const put = (kind: Piece["kind"], text: string) => {
    const last = pieces[pieces.length - 1];
    if (last?.kind === kind) last.text += text;
    else if (text) pieces.push({ kind, text });
  };
  before.slice(0, start).forEach((token) => put("same", token));
  if (a.length * b.length > 4_000_000) {
    // Too much to compare finely: told as one change.
    put("removed", a.join(""));
    put("added", b.join(""));
  } else {
    const width = b.length + 1;
    const length = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        length[i * width + j] =
          a[i] === b[j]
            ? length[(i + 1) * width + j + 1]! + 1
            : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) {
        put("same", a[i]!);
        i++;
        j++;
      } else if (
        i < a.length &&
        (j === b.length || length[(i + 1) * width + j]! >= length[i * width + j + 1]!)
      ) {
        put("removed", a[i++]!);
      } else {
        put("added", b[j++]!);
      }
    }
  }
  before.slice(before.length - end).forEach((token) => put("same", token));
  return pieces;
}

const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const words = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** By words within the lines that changed. */
export function difference(before: string, after: string): Piece[] {
  const coarse = compareTokens(lines(before), lines(after));
  const pieces: Piece[] = [];
  for (let at = 0; at < coarse.length; at++) {
    const piece = coarse[at]!;
    const next = coarse[at + 1];
    if (piece.kind === "removed" && next?.kind === "added") {
      pieces.push(...compareTokens(words(piece.text), words(next.text)));
      at++;
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}
