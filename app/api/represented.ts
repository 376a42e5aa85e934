/** Of what is offered, the type an `Accept` header likes best; the first where it likes all the same, or none. */
export function preferred<T extends string>(accept: string, offered: readonly [T, ...T[]]): T {
  const ranges = accept.split(',').slice(0, 20).map(rangeOf);
  const liking = (type: string) => {
    const [most] = ranges
      .filter(({ range }) => covers(range, type))
      .sort((a, b) => b.range.length - a.range.length);
    return most?.quality ?? 0;
  };
  return offered.reduce((best, type) => (liking(type) > liking(best) ? type : best));
}

function rangeOf(part: string) {
  const [range = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { range: range === '*/*' ? '*' : range, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

const covers = (range: string, type: string) =>
  range === '*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
