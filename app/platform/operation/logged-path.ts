/** Addresses whose next part lets whoever knows it in: links of mails, and a calendar's feed. */
const doors = /^(\/(?:welcome|invitation|reset|address|calendar)\/|\/[a-z]{2}\/answer\/).+/;

/** The path of an address as a log may keep it: a log is read by others than the person it belongs to. */
export const loggedPath = (url: string) => new URL(url).pathname.replace(doors, '$1…');
