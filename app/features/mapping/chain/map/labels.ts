type Point = { x: number; y: number };
export type Label = { code: string; text: string; x: number; y: number; anchor: 'start' | 'middle' | 'end' };
type Box = { left: number; right: number; top: number; bottom: number };

const tenth = (value: number) => Math.round(value * 10) / 10;
/** How broad a letter is of its height, more or less. */
const breadth = 0.58;

/** Names beside their places where no other name stands: after, before, above or below; after where nowhere is free. */
export function labelled(places: readonly (Point & { code: string; text: string })[], size: number): Label[] {
  const taken: Box[] = [];
  return places.map(({ code, text, x, y }) => {
    const gap = size * 0.5;
    const sides: Label[] = [
      { code, text, x: x + gap, y: y + size * 0.3, anchor: 'start' },
      { code, text, x: x - gap, y: y + size * 0.3, anchor: 'end' },
      { code, text, x, y: y - gap, anchor: 'middle' },
      { code, text, x, y: y + gap + size * 0.7, anchor: 'middle' },
      { code, text, x: x + gap, y: y + size * 1.3, anchor: 'start' },
      { code, text, x: x - gap, y: y + size * 1.3, anchor: 'end' },
    ];
    const [after] = sides;
    const free = sides.find((label) => !taken.some((box) => meet(box, boxOf(label, size)))) ?? after;
    const label = free ?? { code, text, x, y, anchor: 'start' };
    taken.push(boxOf(label, size));
    return { ...label, x: tenth(label.x), y: tenth(label.y) };
  });
}

function boxOf({ text, x, y, anchor }: Label, size: number): Box {
  const width = text.length * size * breadth;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.2 };
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
