/** `1 file`, `2 files` */
export function counted(count: number, thing: string): string {
  return `${count.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')} ${thing}${count === 1 ? '' : 's'}`;
}
