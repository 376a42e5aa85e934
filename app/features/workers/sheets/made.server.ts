/** Whatever is drawn takes a second or more of one thread that all papers share. */
type Bounds = { kept: number; drawing: number };

type Made = { version: number | undefined; content: Promise<Buffer> };

/**
 * Sheets that were drawn, by what they are of, each until something the register says changes: `version` is then another, and
 * undefined where nobody tells of changes. Who asks for one that is being drawn waits for it. No more than `drawing` at once,
 * whoever asks: undefined for one too many.
 */
export function sheetsMade({ kept, drawing }: Bounds) {
  const made = new Map<string, Made>();
  let busy = 0;

  return async (name: string, version: number | undefined, draw: () => Promise<Buffer>) => {
    const known = made.get(name);
    if (known && known.version === version) return known.content;
    if (busy >= drawing) return undefined;
    busy += 1;
    const content = draw().finally(() => (busy -= 1));
    made.delete(name);
    made.set(name, { version, content });
    const forget = () => made.get(name)?.content === content && made.delete(name);
    // What may have changed unheard is for those alone who asked while it was drawn.
    content.then(() => version === undefined && forget(), forget);
    for (const oldest of made.keys()) if (made.size > kept) made.delete(oldest);
    return content;
  };
}

/** Those of this process. */
export const theSheets = sheetsMade({ kept: 40, drawing: 3 });
