// Buttons, and what opens from them.
import { useState } from "react";
import { Button, Drawer, Facts, Menu, Modal, Panel, Row, Stack, Tooltip, toast } from "..";
import { Forms } from "./forms";

export function Buttons() {
  const [modal, setModal] = useState(false);
  const [drawer, setDrawer] = useState(false);
  return (
    <>
      <Panel title="Buttons and what opens">
        <Stack>
          <Row>
            <Button variant="primary">Primary</Button>
            <Button>Plain</Button>
            <Button variant="ink">Ink</Button>
            <Button variant="quiet">Quiet</Button>
            <Button variant="danger">Remove</Button>
            <Button busy>Saving</Button>
            <Button disabled>Not now</Button>
            <Button size="small">Small</Button>
          </Row>
          <Row>
            <Button onClick={() => setModal(true)}>Dialog</Button>
            <Button onClick={() => setDrawer(true)}>Drawer</Button>
            <Button onClick={() => toast({ message: "Removed Marisol Quiroga", undo: () => {} })}>
              Toast
            </Button>
            <Menu
              target={<Button>Menu</Button>}
              entries={["Export as", { label: "CSV" }, { label: "XLSX" }]}
            />
            <Tooltip label="Told on hover and focus">
              <Button>Hint</Button>
            </Tooltip>
          </Row>
        </Stack>
      </Panel>
      <Modal open={modal} onClose={() => setModal(false)} title="A dialog">
        <Forms />
      </Modal>
      <Drawer open={drawer} onClose={() => setDrawer(false)} title="Marisol Quiroga">
        <Facts facts={[["Department", "Loading dock"]]} />
      </Drawer>
    </>
  );
}
