import type * as vscode from 'vscode';

/**
 * Shows a list until the user accepts an item or dismisses it, then disposes it. Returns the item, or else undefined. The list stays
 * open if the item cannot be picked.
 */
export async function showPicker<Item extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<Item>,
  canPick: (item: Item) => boolean = () => true,
): Promise<Item | undefined> {
  const item = await new Promise<Item | undefined>((resolve) => {
    picker.onDidAccept(() => {
      const [selected] = picker.selectedItems;
      if (selected && canPick(selected)) resolve(selected);
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  return item;
}
