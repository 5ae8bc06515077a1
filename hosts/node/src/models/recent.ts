/** Keeps what was used last. */
export class Recent<T> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly most: number) {}

  get(key: string): T | undefined {
    const value = this.kept.get(key);
    if (value !== undefined) {
      this.set(key, value);
    }

    return value;
  }

  set(key: string, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.kept.size > this.most) {
      this.kept.delete(this.kept.keys().next().value!);
    }
  }
}
