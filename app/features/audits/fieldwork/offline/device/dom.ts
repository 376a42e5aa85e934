/** The page's own parts, by name: the server drew them, the script fills them. */

export function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part ${name}.`);
  return found;
}

export const put = (root: ParentNode, name: string, text: string) => {
  const place = part(root, name);
  if (place.textContent !== text) place.textContent = text;
};

export const show = (root: ParentNode, name: string, shown: boolean) => {
  part(root, name).hidden = !shown;
};

/** A fresh copy of what a template holds. */
export function copyOf(root: ParentNode, name: string): HTMLElement {
  const template = root.querySelector<HTMLTemplateElement>(`template[data-template="${name}"]`);
  const copy = template?.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`The page has no template ${name}.`);
  return copy;
}

export function link(root: ParentNode, name: string, href: string) {
  part(root, name).setAttribute('href', href);
}

type Control = HTMLInputElement | HTMLTextAreaElement;

export function control(root: ParentNode, name: string): Control {
  const found = root.querySelector<Control>(`input[name="${name}"], textarea[name="${name}"]`);
  if (!found) throw new Error(`The page has no field ${name}.`);
  return found;
}

/** A button that puts the text where it can be pasted from; it says so where a browser does not let it. */
export function copies(row: ParentNode, text: string) {
  show(row, 'copy', text !== '');
  part(row, 'copy').addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => put(row, 'copied', 'Copied.'),
      () => put(row, 'copied', 'This browser does not let pages copy: mark the text and copy it yourself.'),
    );
  });
}
