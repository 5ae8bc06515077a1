import { ActionIcon, Anchor, Button, Menu } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** Mantine's parts as links of the router: `<ButtonLink to="/runs/$run" params={{ run }}>`. They open in a new tab as links do. */
export const AnchorLink = createLink(Anchor<'a'>);
export const ButtonLink = createLink(Button<'a'>);
export const ActionIconLink = createLink(ActionIcon<'a'>);
export const MenuItemLink = createLink(Menu.Item<'a'>);
