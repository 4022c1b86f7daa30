import type * as vscode from 'vscode';

/**
 * Shows a list until the user accepts an item or dismisses it, then disposes it. Returns the item, or else undefined. The list stays
 * open if the item cannot be picked. `acceptedItem` is for a list that follows what is typed: `Enter` may come before its items do.
 */
export async function showPicker<Item extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<Item>,
  canPick: (item: Item) => boolean = () => true,
  acceptedItem: () => Item | undefined = () => picker.selectedItems[0],
): Promise<Item | undefined> {
  const item = await new Promise<Item | undefined>((resolve) => {
    picker.onDidAccept(() => {
      const accepted = acceptedItem();
      if (accepted && canPick(accepted)) resolve(accepted);
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  return item;
}
