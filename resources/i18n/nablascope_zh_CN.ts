<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Nablascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An oscilloscope for learning: watch neural networks learn to read handwritten digits, layer by layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiments are those of Michael Nielsen’s book “Neural Networks and Deep Learning”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt, QCustomPlot and Eigen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Built-in digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in digits, harder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quadratic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N(0, 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N(0, 1/√n)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons in each layer, from the 784 pixels to the 10 digits: 784,30,10 has one hidden layer of 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function σ of the hidden neurons, a = σ(z). The output neurons are always sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learning makes small. Quadratic: ½‖a − y‖². Cross-entropy: −Σ[y ln a + (1 − y) ln(1 − a)], which does not slow down when the network is badly wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are drawn at the start: with standard deviation 1, or 1/√n with n the number of inputs of the neuron, so that neurons do not start saturated. Biases are N(0, 1) in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step goes down the gradient: w → w − η ∂C/∂w. Can be turned while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits whose gradients are averaged for one step. As many as the training set: full-batch gradient descent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the training digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay: the cost gains λ/2n Σw², n the number of training digits. 0 switches it off. Can be turned while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of all random numbers: the same seed gives the same run, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on the first so many digits only; 0 takes all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits to learn from: builtin, builtin-strong, mnist, fashion, or a folder of IDX files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentForm</name>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldProblem</name>
    <message>
        <source>Entry %1 is %2. A layer has 1 to %3 neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least the input and the output layer: 784 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hidden layers are too many. At most %2 can be trained here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer is the image, 28 × 28: it must be 784, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer answers with a digit: it must be 10, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weights and biases are too many. Take smaller layers, at most %2 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write whole numbers with blanks between them: 784 30 10. No layer has more than %1 neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number. Write it as 0.1 or 1e-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A seed is a whole number from 0 to 18446744073709551615.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Press Train (Space). The digits were made by this program, so nothing is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the three scopes: cost, accuracy, and how fast each layer learns. The sentence under them says what is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit. The network reads it while it is still learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn η or λ while it trains; a mark tells where. Other changes take effect at Reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another experiment of the book above, or drop a folder of IDX files on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step one mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step one epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset: the same seed gives the same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower, faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a scope: wheel to zoom, drag to pan, double click to follow again, right click for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first minute, and the keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelSaving</name>
    <message>
        <source>There is no network to save yet: the digits are still being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>The vanishing gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four hidden layers: at the start the first learns about a hundred times slower than the fourth (chapter 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>784-30-10 with the quadratic cost: about 95 % of MNIST&apos;s test digits after 30 epochs (chapter 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can vanish yet: about 96.5 % on MNIST (chapter 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start the first learns about 5 times slower than the second (chapter 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start the first learns about 25 times slower than the third (chapter 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never leaves its plateau: the first layer is about a hundred thousand times slower than the eighth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning speed, two layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book&apos;s protocol: the first 1,000 digits, full batch, 500 steps (chapter 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning speed, three layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning speed, four layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book&apos;s protocol, in which the gap of a hundred persists (chapter 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>784-100-10 on the digits that this program draws itself: what it learns there reads real handwriting.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeAxis</name>
    <message>
        <source>%1 epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopePlot</name>
    <message>
        <source>Could not save %1: %2. Nothing was changed; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged at step %1 in layer %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::AccuracyPanel</name>
    <message>
        <source>validation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy over the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::AnswerView</name>
    <message>
        <source>perhaps %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::CostPanel</name>
    <message>
        <source>%1, mean a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost over the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::DataSelector</name>
    <message>
        <source>on</source>
        <comment>an experiment on a data set</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits to learn from. A folder of IDX files can also be dropped on the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::DigitCanvas</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase instead of drawing; the right mouse button does it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a new sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit with mouse, finger or pen; the network reads it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::DrawPanel</name>
    <message>
        <source>What it sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees: 28 × 28 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing as MNIST&apos;s digits were made: 20 pixels high or wide, centred by mass in 28 × 28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network takes %1 numbers and gives %2. To read digits it must take 784 pixels and give 10 outputs: change Layers in the setup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::ExperimentForm</name>
    <message>
        <source>The changed setup applies at the next Reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η and λ can be turned while it trains. The rest takes effect at the next Reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a new run from this setup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::ExperimentSelector</name>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an experiment of the book</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::LearningSpeedLadder</name>
    <message>
        <source>%1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::LearningSpeedPanel</name>
    <message>
        <source>‖∂C/∂b‖ a layer · mini-batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖∂C/∂b‖ a layer · probe of %1 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning speed of every hidden layer over the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning speeds now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Everything measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mini-batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Probe of %1 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe as lines, the mini-batches as bands from least to most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured, and on which axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no hidden layer: there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see the layers learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start the hidden layer learns at a speed of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start the hidden layer learned at a speed of %1; now %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer 1 and layer %1 cannot be compared: one of them does not learn at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start layer 1 learns %1 as layer %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start layer 1 learns %1 than layer %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start layer 1 learned %1 as layer %2; now %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start layer 1 learned %1 than layer %2; now %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::MainWindow</name>
    <message>
        <source>Nablascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run diverged: its numbers grew beyond all bounds. Take a smaller learning rate, then press Reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of four IDX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not on this computer. Drop a folder of IDX files, or one of its files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::MnistBar</name>
    <message>
        <source>MNIST could not be downloaded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These digits are made by the program. MNIST has 70,000 that people wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get MNIST (11 MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting MNIST: %1 of %2 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::NetworkPanel</name>
    <message>
        <source>colour = layer, glow = activation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::NetworkView</name>
    <message>
        <source>%1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Input: %n pixel(s). The ones shown are a cut through the image&apos;s middle.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Layer %1: %n neuron(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its learning speed ‖∂C/∂b‖, against that of the last hidden layer: %1 slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel in row %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output %1: a = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, neuron %2: a = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 is selected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::OutputBars</name>
    <message>
        <source>The ten outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ten outputs a of the network, one a digit. Each is between 0 and 1 by itself; together they need not make 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::PaceControl</name>
    <message>
        <source>Flat out: as fast as this computer can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch: %1 mini-batches a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mini-batches a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace. %1.
The pace changes nothing in the result: it only waits between mini-batches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::RunProgress</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 digits/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop loading and keep the run as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::RunToolbar</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on one mini-batch (.) or to the end of the epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::ScopePlot</name>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;values…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;conds of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the image of the scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG image (*.png);;PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the values of the scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::StatusLine</name>
    <message>
        <source>waiting for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged at step %1 in layer %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number for all weights and biases: the same in every run of the same setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, validation and test digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 training thread, working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 training thread, resting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::TrainButton</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause after this mini-batch (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training begins as soon as the data are there (Space cancels)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::TrainingSession</name>
    <message>
        <source>This run is finished. Press Reset to start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run cannot go on. Change the setup, then press Reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setup cannot be run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nabla::ui::WindowActions</name>
    <message>
        <source>Open data folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from a folder of four IDX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get MNIST (11 MB)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download 70,000 handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the network as it is now to a safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first minute, and the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Nablascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step one mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on one mini-batch, then rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step one epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again from the setup; the same seed gives the same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch: an epoch in about 15 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
